package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Shape;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.ZipReader;
import java.io.IOException;
import java.util.Optional;

/**
 * The size of the pictures, which Deeplearning4j's configuration has no place for: an entry of our own,
 * which Deeplearning4j does not look at.
 */
final class SizeNote {
  static final String ENTRY = "plenum.json";

  private static final String HEIGHT = "height";
  private static final String WIDTH = "width";

  private SizeNote() {}

  /** What a file says about them. */
  static JsonObject of(Shape pictures) {
    return JsonObject.empty().with(HEIGHT, pictures.height()).with(WIDTH, pictures.width());
  }

  /**
   * What a file has, if we wrote it.
   *
   * @throws dev.plenum.persistence.InvalidJsonException if it is no size
   * @throws IOException if the entry is damaged
   */
  static Optional<PictureSize> read(ZipReader zip) throws IOException {
    if (!zip.names().contains(ENTRY)) {
      return Optional.empty();
    }
    JsonValue note = zip.json(ENTRY);
    return Optional.of(new PictureSize(side(note, HEIGHT), side(note, WIDTH)));
  }

  private static int side(JsonValue note, String key) {
    JsonValue side = note.required(key);
    if (side.intValue() < 1) {
      throw side.expected("a number of pixels, at least 1,");
    }
    return side.intValue();
  }
}
