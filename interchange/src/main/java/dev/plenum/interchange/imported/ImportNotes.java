package dev.plenum.interchange.imported;

import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;

/** What of an imported model is not as it was, or was guessed, as sentences for its user. */
public final class ImportNotes {
  private ImportNotes() {}

  /**
   * {@return the sentences; empty if all is as it was}
   *
   * @param imported what the file gave
   * @param pixels what its pixels are taken for; this is noted if there is a reason with it
   * @param name of the file
   * @param otherRange what the user can do if the range of pixels is another one, as the end of a sentence
   */
  public static List<String> of(
      ImportedModel imported, PixelScale pixels, String name, String otherRange) {
    List<String> notes = new ArrayList<>();
    Shape pictures = imported.trained().network().input();
    if (!imported.input().shape().equals(pictures)) {
      notes.add(
          "%s: it was given inputs of shape %s, Plenum gives it pictures of shape %s, with the values in the same order."
              .formatted(name, imported.input().shape(), pictures));
    }
    if (!pixels.reason().isEmpty()) {
      notes.add("%s: %s, so it is taken to get pixels of %s; %s."
          .formatted(name, pixels.reason(), pixels.range(), otherRange));
    }
    imported
        .precision()
        .ifPresent(type -> notes.add(
            "%s: it was computed in %s, Plenum computes it in float32.".formatted(name, type)));
    if (!imported.leftOut().isEmpty()) {
      notes.add("%s: left out, as they do nothing when predicting: %s."
          .formatted(name, String.join(", ", imported.leftOut())));
    }
    if (imported.hasOptimizerState()) {
      notes.add("The optimizer's state in " + name + " is not imported.");
    }
    return notes;
  }
}
