package dev.plenum.interchange.imported;

import dev.plenum.persistence.Preprocessing;
import java.util.Locale;
import java.util.Optional;

/**
 * How bytes become the values that an imported network computes with: first what its input was there,
 * then what its own Rescaling makes of that.
 *
 * @param range the input's
 * @param rescaling the network's own
 * @param reason what the file says of the range, for the user; empty if it says nothing
 */
public record PixelScale(PixelRange range, Optional<Rescaling> rescaling, String reason) {
  /** Less than any factor that is meant for pixels from 0 to 1, more than any for bytes. */
  private static final double BYTE_FACTOR = 0.1;

  /**
   * {@return what a file suggests}
   *
   * @param input what the file says of the network's input
   * @param chosen what the user says instead
   */
  public static PixelScale of(ImportedModel.Input input, Optional<PixelRange> chosen) {
    PixelScale suggested = suggested(input);
    return chosen.map(range -> new PixelScale(range, input.rescaling(), "")).orElse(suggested);
  }

  private static PixelScale suggested(ImportedModel.Input input) {
    Optional<Rescaling> rescaling = input.rescaling();
    if (input.bytes().isPresent()) {
      return new PixelScale(PixelRange.BYTES, rescaling, input.bytes().get());
    }
    if (rescaling.isEmpty()) {
      return new PixelScale(PixelRange.UNIT, rescaling, "");
    }
    Rescaling own = rescaling.get();
    return new PixelScale(
        Math.abs(own.scale()) < BYTE_FACTOR ? PixelRange.BYTES : PixelRange.UNIT,
        rescaling,
        String.format(
            Locale.ROOT,
            "its layer Rescaling multiplies by %s and adds %s",
            (float) own.scale(),
            (float) own.offset()));
  }

  /**
   * {@return the preprocessing that gives a network these values}
   *
   * @param ofUnits the same for a network that takes pixels from 0 to 1
   * @throws IllegalArgumentException if light and dark are exchanged
   */
  public Preprocessing of(Preprocessing ofUnits) {
    if (range.equals(PixelRange.UNIT) && rescaling.isEmpty()) {
      return ofUnits;
    }
    Rescaling input =
        new Rescaling((range.high() - range.low()) / PixelRange.BYTES.high(), range.low());
    Rescaling all = rescaling.map(input::then).orElse(input);
    return ofUnits.rescaled(all.scale(), all.offset());
  }
}
