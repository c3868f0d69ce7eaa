package dev.plenum.experiment.analysis;

import dev.plenum.api.Classifier;
import dev.plenum.api.network.Shape;
import dev.plenum.predictor.ModelInputs;
import java.util.Arrays;

/**
 * Occlusion maps (Zeiler and Fergus 2014): where a patch that covers a part of a picture makes a class less
 * probable. Needs nothing but predictions.
 *
 * @param inputs make the classifier's input of pixels
 * @param patch the side of the patch in pixels, at least 1 and at most the picture's shorter side
 * @param step pixels from one patch to the next, from 1 to the patch's side
 */
public record Occlusion(ModelInputs inputs, int patch, int step) {
  private static final int PATCHES_ACROSS = 7;
  private static final int CHUNK = 256;

  /**
   * {@return one with a patch of a seventh of the picture's shorter side, moved by half of that}
   *
   * @param inputs make the classifier's input of pixels; they have the picture's size
   */
  public static Occlusion of(ModelInputs inputs) {
    Shape shape = inputs.preprocessing().inputShape();
    int patch = Math.max(1, Math.min(shape.height(), shape.width()) / PATCHES_ACROSS);
    return new Occlusion(inputs, patch, Math.max(1, patch / 2));
  }

  /**
   * {@return the map of a picture: at each pixel, the mean loss of probability over the patches that cover
   * it} The patch has the mean colour of the picture's border.
   *
   * @param classifier is asked about the whole picture and about each covered one
   * @param pixels of a picture of the model's size, in the order h, w, c
   * @param label the class
   */
  public HeatMap of(Classifier classifier, byte[] pixels, int label) {
    Shape shape = inputs.preprocessing().inputShape();
    int[] rows = starts(shape.height());
    int[] columns = starts(shape.width());
    double[] losses = losses(classifier, pixels, label, rows, columns);
    double[] sums = new double[shape.height() * shape.width()];
    int[] counts = new int[sums.length];
    for (int i = 0; i < losses.length; i++) {
      int top = rows[i / columns.length];
      int left = columns[i % columns.length];
      for (int place = 0; place < patch * patch; place++) {
        int at = (top + place / patch) * shape.width() + left + place % patch;
        sums[at] += losses[i];
        counts[at]++;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return HeatMap.of(shape.height(), shape.width(), sums);
  }

  /** So that every pixel is covered: the last patch ends where the picture does. */
  private int[] starts(int length) {
    int count = (length - patch + step - 1) / step + 1;
    int[] starts = new int[count];
    Arrays.setAll(starts, i -> Math.min(i * step, length - patch));
    return starts;
  }

  private double[] losses(
      Classifier classifier, byte[] pixels, int label, int[] rows, int[] columns) {
    double whole = probabilities(classifier, inputs.of(pixels), 1)[label];
    byte[] border = border(pixels);
    double[] losses = new double[rows.length * columns.length];
    int size = pixels.length;
    for (int start = 0; start < losses.length; start += CHUNK) {
      int count = Math.min(CHUNK, losses.length - start);
      float[] images = new float[count * size];
      for (int i = 0; i < count; i++) {
        int patchNumber = start + i;
        byte[] covered = covered(
            pixels,
            border,
            rows[patchNumber / columns.length],
            columns[patchNumber % columns.length]);
        System.arraycopy(inputs.of(covered), 0, images, i * size, size);
      }
      float[] probabilities = probabilities(classifier, images, count);
      for (int i = 0; i < count; i++) {
        losses[start + i] = whole - probabilities[i * classifier.classes() + label];
      }
    }
    return losses;
  }

  private static float[] probabilities(Classifier classifier, float[] images, int count) {
    float[] probabilities = new float[count * classifier.classes()];
    classifier.predict(images, count, probabilities);
    return probabilities;
  }

  private byte[] covered(byte[] pixels, byte[] colour, int top, int left) {
    Shape shape = inputs.preprocessing().inputShape();
    byte[] covered = pixels.clone();
    for (int place = 0; place < patch * patch; place++) {
      int at = (top + place / patch) * shape.width() + left + place % patch;
      System.arraycopy(colour, 0, covered, at * colour.length, colour.length);
    }
    return covered;
  }

  private byte[] border(byte[] pixels) {
    Shape shape = inputs.preprocessing().inputShape();
    int channels = shape.channels();
    long[] sums = new long[channels];
    int count = 0;
    for (int place = 0; place < shape.height() * shape.width(); place++) {
      int row = place / shape.width();
      int column = place % shape.width();
      boolean isBorder =
          row == 0 || column == 0 || row == shape.height() - 1 || column == shape.width() - 1;
      if (isBorder) {
        count++;
        for (int c = 0; c < channels; c++) {
          sums[c] += pixels[place * channels + c] & 0xff;
        }
      }
    }
    byte[] colour = new byte[channels];
    for (int c = 0; c < channels; c++) {
      colour[c] = (byte) Math.round((double) sums[c] / count);
    }
    return colour;
  }
}
