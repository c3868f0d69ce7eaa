package dev.plenum.backend.purejava.internal.model;

import dev.plenum.backend.purejava.internal.layers.Block;
import dev.plenum.backend.purejava.internal.layers.Part;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a network an image goes through before the next: a dense layer ends such a stretch, and a
 * batch normalisation in training, which stands at the end of one and at the beginning of the next.
 */
final class Stretches {
  /** Where parts read: the number of the stretch. */
  private final Map<Part, Integer> begins = new IdentityHashMap<>();
  /** Where they write. */
  private final Map<Part, Integer> ends = new IdentityHashMap<>();

  private Stretches() {}

  static Stretches of(List<Part> parts) {
    Stretches stretches = new Stretches();
    int current = 0;
    for (Part part : parts) {
      if (!part.isImagewise()) {
        current++;
        stretches.put(part, current, current);
        current++;
      } else if (usesBatchStatistics(part)) {
        stretches.put(part, current, current + 1);
        current++;
      } else {
        stretches.put(part, current, current);
      }
    }
    return stretches;
  }

  /** Whether a part stands before the first dense layer, and before the first batch normalisation in training. */
  boolean isInFirst(Part part) {
    return Objects.equals(begins.get(part), 0);
  }

  private void put(Part part, int begin, int end) {
    begins.put(part, begin);
    ends.put(part, end);
  }

  private static boolean usesBatchStatistics(Part part) {
    return part instanceof Block block && block.usesBatchStatistics();
  }

  /**
   * Whether the gradient that a reader writes is done with when the writer of the value has read it, for
   * each image.
   */
  boolean inOne(Part writer, @Nullable Part reader) {
    return reader != null
        && writer.isImagewise()
        && reader.isImagewise()
        && !usesBatchStatistics(writer) // reads it twice, with the whole batch in between
        && Objects.equals(ends.get(writer), begins.get(reader));
  }
}
