package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.kernels.RectifiedNorm;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A batch normalisation in training, with the activation behind it, in three parts. {@link #moments}, the
 * last of the layers before it that go image by image, takes the mean and the sum of squared deviations of
 * each channel of each image. {@link #statistics} puts those together for the batch (Chan, Golub and
 * LeVeque, 1983: no large numbers are subtracted from one another), in the order of the images, so that no
 * bit depends on threads. {@link #normalise}, the first of the layers behind it, does the rest. Backward
 * the three go the other way round: sums for each image, then for the batch, then the gradient of each
 * image.
 */
final class BatchNormRun {
  private final Connections connections;
  private final BatchNorm norm;
  private final ActivationFunction activation;
  private final Elementwise elementwise;
  private final FeatureMaps input;
  private final int channels;
  private final int pixels;

  /** For each image and channel: the mean; backward the sum of the gradient. */
  private final float[] first;
  /** For each image and channel: the squared deviations; backward the sum of gradient · (x − mean). */
  private final float[] second;
  /** For each worker a row of sums, and a row of means. */
  private final float[][] sums;

  private final float[][] means;
  private final double[] inverseDeviations;

  private final RowCoefficients mean;
  private final RowCoefficients scale;
  private final RowCoefficients shift;
  private final RowCoefficients ofDifference;
  private final RowCoefficients constant;
  /** Normalises and rectifies in one pass; null where another activation follows, or none. */
  private final @Nullable RectifiedNorm rectified;

  private final RectifiedNorm.Coefficients coefficients;

  BatchNormRun(
      Connections connections,
      BatchNorm norm,
      ActivationFunction activation,
      int capacity,
      Workers workers) {
    this.connections = connections;
    this.norm = norm;
    this.activation = activation;
    elementwise = workers.kernels().elementwise();
    input = connections.input();
    channels = input.channels();
    pixels = input.height() * input.width();
    first = new float[capacity * channels];
    second = new float[capacity * channels];
    sums = workers.scratch(input.rowSize());
    means = workers.scratch(input.rowSize());
    inverseDeviations = new double[channels];
    mean = new RowCoefficients(input);
    scale = new RowCoefficients(input);
    shift = new RowCoefficients(input);
    ofDifference = new RowCoefficients(input);
    constant = new RowCoefficients(input);
    float limit = activation.rectifierLimit();
    rectified = Float.isNaN(limit) ? null : workers.kernels().rectifiedNorm();
    coefficients = new RectifiedNorm.Coefficients(
        mean.values(),
        scale.values(),
        shift.values(),
        ofDifference.values(),
        constant.values(),
        Aligned.START,
        limit);
  }

  /** What is done with each image before the batch's statistics are known. */
  ImageRun moments() {
    return new ImageRun() {
      @Override
      public void forward(int image, int worker) {
        takeMoments(image, worker);
      }

      @Override
      public @Nullable ImageBackward backward() {
        Gradients target = connections.inputGradient();
        return target == null ? null : (image, slot, worker) -> giveBack(image, worker, target);
      }
    };
  }

  /** What is done for the whole batch. */
  LayerRun statistics() {
    return new LayerRun() {
      @Override
      public void forward(int count) {
        takeStatistics(count);
      }

      @Override
      public void backward(int count) {
        takeGradients(count);
      }
    };
  }

  /** What is done with each image after that. */
  ImageRun normalise() {
    return new ImageRun() {
      @Override
      public void forward(int image, int worker) {
        normalise(image);
      }

      @Override
      public @Nullable ImageBackward backward() {
        return connections.outputGradient() == null
            ? null
            : (image, slot, worker) -> sumGradients(image, worker);
      }
    };
  }

  private void takeMoments(int image, int worker) {
    float[] sum = cleared(sums[worker]);
    for (int row = 0; row < input.height(); row++) {
      elementwise.add(
          input.data(),
          input.index(image, row, 0),
          sum,
          Aligned.START,
          sum,
          Aligned.START,
          input.rowSize());
    }
    fold(sum, first, image, 1f / pixels);
    float[] own = means[worker];
    for (int i = 0; i < input.rowSize(); i += channels) {
      System.arraycopy(first, image * channels, own, Aligned.START + i, channels);
    }
    cleared(sum);
    for (int row = 0; row < input.height(); row++) {
      elementwise.addSquares(
          input.data(),
          input.index(image, row, 0),
          own,
          Aligned.START,
          sum,
          Aligned.START,
          input.rowSize());
    }
    fold(sum, second, image, 1f);
  }

  private float[] cleared(float[] row) {
    Arrays.fill(row, Aligned.START, Aligned.START + input.rowSize(), 0f);
    return row;
  }

  /** Adds up a row of sums, pixel by pixel, to a sum for each channel of an image. */
  private void fold(float[] row, float[] target, int image, float factor) {
    int start = image * channels;
    Arrays.fill(target, start, start + channels, 0f);
    for (int column = 0; column < input.width(); column++) {
      int from = Aligned.START + column * channels;
      for (int c = 0; c < channels; c++) {
        target[start + c] += row[from + c];
      }
    }
    for (int c = 0; c < channels; c++) {
      target[start + c] *= factor;
    }
  }

  private void takeStatistics(int count) {
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += first[i * channels + c];
      }
      double batchMean = sum / count;
      double squares = 0;
      for (int i = 0; i < count; i++) {
        double difference = first[i * channels + c] - batchMean;
        squares += second[i * channels + c] + pixels * difference * difference;
      }
      double variance = squares / ((double) count * pixels);
      norm.follow(c, batchMean, variance);
      inverseDeviations[c] = norm.inverseDeviation(variance);
      mean.set(c, batchMean);
      scale.set(c, norm.gamma(c) * inverseDeviations[c]);
      shift.set(c, norm.beta(c));
    }
  }

  private void normalise(int image) {
    FeatureMaps output = connections.output();
    for (int row = 0; row < input.height(); row++) {
      int from = input.index(image, row, 0);
      int to = output.index(image, row, 0);
      if (rectified != null) {
        rectified.apply(coefficients, input.data(), from, output.data(), to, input.rowSize());
        continue;
      }
      elementwise.normalise(
          input.data(),
          from,
          mean.values(),
          scale.values(),
          shift.values(),
          Aligned.START,
          output.data(),
          to,
          input.rowSize());
      activation.apply(output.data(), to, to + input.rowSize());
    }
  }

  private void sumGradients(int image, int worker) {
    FeatureMaps gradient = connections.requireOutputGradient().maps();
    FeatureMaps output = connections.output();
    float[] sum = cleared(sums[worker]);
    float[] products = cleared(means[worker]);
    for (int row = 0; row < input.height(); row++) {
      int g = gradient.index(image, row, 0);
      int x = input.index(image, row, 0);
      if (rectified != null) {
        rectified.addGradients(
            coefficients, gradient.data(), g, input.data(), x, sum, products, input.rowSize());
        continue;
      }
      activation.multiplyByDerivative(
          output.data(),
          output.index(image, row, 0),
          gradient.data(),
          g,
          input.rowSize(),
          elementwise);
      elementwise.add(gradient.data(), g, sum, Aligned.START, sum, Aligned.START, input.rowSize());
      elementwise.addProducts(
          gradient.data(),
          g,
          input.data(),
          x,
          mean.values(),
          Aligned.START,
          products,
          Aligned.START,
          input.rowSize());
    }
    fold(sum, first, image, 1f);
    fold(products, second, image, 1f);
  }

  /** The gradients of gamma and beta, and what that of each input is made of. */
  private void takeGradients(int count) {
    double values = (double) count * pixels;
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double products = 0;
      for (int i = 0; i < count; i++) {
        sum += first[i * channels + c];
        products += second[i * channels + c];
      }
      double inverse = inverseDeviations[c];
      if (norm.gamma() != null) {
        norm.gamma().gradient()[c] = (float) (products * inverse);
      }
      if (norm.beta() != null) {
        norm.beta().gradient()[c] = (float) sum;
      }
      double factor = norm.gamma(c) * inverse;
      ofDifference.set(c, -factor * inverse * inverse * products / values);
      constant.set(c, -factor * sum / values);
    }
  }

  private void giveBack(int image, int worker, Gradients target) {
    FeatureMaps gradient = connections.requireOutputGradient().maps();
    int place = target.place(image, worker);
    for (int row = 0; row < input.height(); row++) {
      int g = gradient.index(image, row, 0);
      int x = input.index(image, row, 0);
      int to = target.maps().index(place, row, 0);
      if (rectified != null) {
        rectified.giveBack(
            coefficients,
            gradient.data(),
            g,
            input.data(),
            x,
            target.maps().data(),
            to,
            input.rowSize());
        continue;
      }
      elementwise.normaliseBack(
          gradient.data(),
          g,
          input.data(),
          x,
          mean.values(),
          scale.values(),
          ofDifference.values(),
          constant.values(),
          Aligned.START,
          target.maps().data(),
          to,
          input.rowSize());
    }
  }
}
