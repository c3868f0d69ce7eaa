package dev.plenum.api.random;

/**
 * Which units a dropout layer drops, the same on every backend. Unit {@code e} (in h, w, c order) of
 * the image at position {@code p} of the batch of global step {@code s} is dropped when the first 32
 * bits of its random number are less than ⌊rate · 2³²⌋.
 */
public final class DropoutMask {
  private final CounterRandom layer;
  private final long threshold;
  /** The bits of 1 / (1 − rate). */
  private final int scale;

  /**
   * The masks of one layer.
   *
   * @param seed the model's seed
   * @param layerIndex the layer's position in the network, from 0
   * @param rate the share to drop, in [0, 1)
   * @throws IllegalArgumentException if the rate is not
   */
  public DropoutMask(Seed seed, int layerIndex, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "a dropout rate must be at least 0 and less than 1, found " + rate);
    }
    this.layer = CounterRandom.of(Purpose.DROPOUT, seed, layerIndex);
    this.threshold = (long) (rate * 0x1.0p32);
    this.scale = Float.floatToRawIntBits((float) (1 / (1 - rate)));
  }

  /**
   * {@return the key of one image's mask, for {@link #factor}}
   *
   * @param step the global step, from 0
   * @param position the image's place in the batch, from 0
   */
  public long key(long step, int position) {
    return CounterRandom.fold(layer.keyAt(step), position);
  }

  /**
   * {@return what a unit is multiplied by: 0 if it is dropped, else 1 / (1 − rate)}
   *
   * @param key from {@link #key}
   * @param element the unit's index in the image, in h, w, c order
   */
  public float factor(long key, int element) {
    // The difference's sign says whether to drop; no branch, since it could not be predicted.
    long difference = (CounterRandom.bits(key, element) >>> 32) - threshold;
    return Float.intBitsToFloat(scale & (int) ~(difference >> 63));
  }

  /**
   * The mask of one image, written over {@code factors[0 … count − 1]}.
   *
   * @param step the global step, from 0
   * @param position the image's place in the batch, from 0
   * @param factors gets what each unit is multiplied by, in h, w, c order
   * @param count the number of units of an image
   */
  public void fill(long step, int position, float[] factors, int count) {
    long key = key(step, position);
    for (int element = 0; element < count; element++) {
      factors[element] = factor(key, element);
    }
  }

  /**
   * The mask of one image whose channels are dropped as a whole: unit {@code e} is channel {@code e} of
   * every pixel.
   *
   * @param step the global step, from 0
   * @param position the image's place in the batch, from 0
   * @param factors gets what each unit is multiplied by, in h, w, c order, from its beginning
   * @param count the number of units of an image
   * @param channels the number of its channels
   */
  public void fillChannels(long step, int position, float[] factors, int count, int channels) {
    fill(step, position, factors, channels);
    for (int i = channels; i < count; i++) {
      factors[i] = factors[i - channels];
    }
  }
}
