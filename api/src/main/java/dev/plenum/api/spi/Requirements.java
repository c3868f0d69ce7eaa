package dev.plenum.api.spi;

import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Shape;
import java.util.Locale;

/** What a model requires of its arguments. */
final class Requirements {
  private Requirements() {}

  static void batch(Batch batch, Shape input, int classes) {
    if (!batch.imageShape().equals(input)) {
      throw new IllegalArgumentException(
          "the network takes images of shape %s, found %s".formatted(input, batch.imageShape()));
    }
    if (batch.size() < 1) {
      throw new IllegalArgumentException("a batch needs at least 1 image, found 0");
    }
    for (int i = 0; i < batch.size(); i++) {
      label(i, batch.labels()[i], classes);
      if (batch.share(i) < 1) {
        label(i, batch.otherLabel(i), classes);
      }
    }
  }

  private static void label(int image, int label, int classes) {
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "image %d of the batch has the label %d, but the network tells %d classes apart",
          image,
          label,
          classes));
    }
  }

  static void step(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("a step is counted from 0, found " + step);
    }
  }

  static void images(float[] images, int count, float[] outputs, Shape input, int classes) {
    if (count < 1) {
      throw new IllegalArgumentException("the number of images must be at least 1, found " + count);
    }
    long pixels = (long) count * input.size();
    if (images.length < pixels) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d images of shape %s are %d values, found %d",
          count,
          input,
          pixels,
          images.length));
    }
    long values = (long) count * classes;
    if (outputs.length < values) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d images × %d classes are %d outputs, found room for %d",
          count,
          classes,
          values,
          outputs.length));
    }
  }
}
