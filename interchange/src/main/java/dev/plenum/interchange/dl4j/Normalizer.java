package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.NormalisationSteps;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.Rescaling;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedNormalisation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model's file has as {@code normalizer.bin}: UTF "NORMALIZER", int version, UTF kind, and then
 *
 * <pre>
 * IMAGE_MIN_MAX   double minimum, maximum, largest pixel
 * STANDARDIZE     boolean labels too; the vectors mean and standard deviation
 * MIN_MAX         boolean labels too; double minimum, maximum; the vectors of the smallest and largest values
 * </pre>
 *
 * No class is loaded by what it says, and no object deserialised: files of before version 0.9, and
 * kinds of one's own, are refused.
 */
final class Normalizer {
  private static final String HEADER = "NORMALIZER";
  private static final String SCALER = "IMAGE_MIN_MAX";
  private static final String STANDARDIZE = "STANDARDIZE";
  private static final String MIN_MAX = "MIN_MAX";
  private static final int VERSION = 1;
  private static final double BYTE = 255;
  private static final String OTHERS =
      "What can be read are ImagePreProcessingScaler, NormalizerStandardize and NormalizerMinMaxScaler with statistics by channel: save the model without its normalizer";

  private final Shape images;
  private final InputFile file;

  /**
   * Of a file.
   *
   * @param images the shape of the network's images
   */
  Normalizer(Shape images, InputFile file) {
    this.images = images;
    this.file = file;
  }

  /**
   * Reads it.
   *
   * @param most how many bytes there are
   * @return the network's input with what the normalizer does to it
   */
  ImportedModel.Input read(DataInputStream in, long most) throws IOException {
    if (!in.readUTF().equals(HEADER)) {
      throw file.refused("its normalizer is not of a format that is known here", OTHERS);
    }
    int version = in.readInt();
    String kind = in.readUTF();
    if (version != VERSION) {
      throw file.refused("its normalizer's format has the version %s".formatted(version), OTHERS);
    }
    return switch (kind) {
      case SCALER -> scaler(in);
      case STANDARDIZE -> standardize(in, most);
      case MIN_MAX -> minMax(in, most);
      default -> throw file.refused("its normalizer is of the kind %s".formatted(kind), OTHERS);
    };
  }

  private ImportedModel.Input scaler(DataInputStream in) throws IOException {
    double low = in.readDouble();
    double high = in.readDouble();
    double white = in.readDouble();
    if (!(low < high) || !Double.isFinite(high - low) || !(white > 0)) {
      throw file.damaged("its ImagePreProcessingScaler has no valid range", null);
    }
    return new ImportedModel.Input(
        images,
        Optional.of(new Rescaling((high - low) / BYTE, low)),
        Optional.empty(),
        Optional.of("its normalizer ImagePreProcessingScaler makes values from %s to %s of them"
            .formatted(low, high)));
  }

  private ImportedModel.Input standardize(DataInputStream in, long most) throws IOException {
    in.readBoolean();
    double[] mean = channels(in, most, "mean");
    double[] std = channels(in, most, "standard deviation");
    return normalised(
        "NormalizerStandardize", mean, std, 1, 0, Arrays.stream(mean).max().orElse(0));
  }

  private ImportedModel.Input minMax(DataInputStream in, long most) throws IOException {
    in.readBoolean();
    double low = in.readDouble();
    double high = in.readDouble();
    double[] smallest = channels(in, most, "smallest values");
    double[] range = channels(in, most, "largest values");
    double largest = Arrays.stream(range).max().orElse(0);
    for (int c = 0; c < range.length; c++) {
      range[c] -= smallest[c];
    }
    return normalised("NormalizerMinMaxScaler", smallest, range, high - low, low, largest);
  }

  /**
   * {@code (value − subtracted) / divisor · scale + offset} by channel, as the mean and the standard
   * deviation that make the same.
   *
   * @param largest tells pixels from 0 to 1 from bytes
   */
  private ImportedModel.Input normalised(
      String name,
      double[] subtracted,
      double[] divisors,
      double scale,
      double offset,
      double largest)
      throws IOException {
    double[] means = new double[divisors.length];
    double[] stds = new double[divisors.length];
    for (int c = 0; c < divisors.length; c++) {
      double divisor = divisors[c] == 0 ? 1 : divisors[c];
      stds[c] = divisor / scale;
      means[c] = subtracted[c] - offset * stds[c];
      if (!(stds[c] > NormalisationSteps.EPSILON) || !Double.isFinite(means[c] + stds[c])) {
        throw file.damaged("the statistics of its %s are no valid numbers".formatted(name), null);
      }
    }
    return new ImportedModel.Input(
        images,
        Optional.empty(),
        Optional.of(saved(means, stds)),
        largest > 1
            ? Optional.of("its normalizer %s has statistics of such pixels".formatted(name))
            : Optional.empty());
  }

  /** The statistics by channel, as they are kept here: {@link NormalisationSteps#EPSILON} is added again. */
  private static SavedNormalisation saved(double[] means, double[] stds) {
    float[] mean = new float[means.length];
    float[] std = new float[means.length];
    for (int c = 0; c < means.length; c++) {
      mean[c] = (float) means[c];
      std[c] = (float) (stds[c] - NormalisationSteps.EPSILON);
    }
    Map<String, Tensor> statistics = new LinkedHashMap<>();
    statistics.put("featurewise/mean", new Tensor(Shape.of(mean.length), mean));
    statistics.put("featurewise/std", new Tensor(Shape.of(std.length), std));
    return new SavedNormalisation(
        JsonObject.empty()
            .with("featurewise_center", true)
            .with("featurewise_std_normalization", true),
        new NamedTensors(statistics));
  }

  private double[] channels(DataInputStream in, long most, String what) throws IOException {
    float[] values = NdArray.read(in, most, "its normalizer's " + what, file);
    if (values.length != images.channels()) {
      throw file.refused(
          "its normalizer has a %s for each of %s values, not for each of %s channels"
              .formatted(what, values.length, images.channels()),
          OTHERS);
    }
    double[] channels = new double[values.length];
    for (int c = 0; c < channels.length; c++) {
      channels[c] = values[c];
    }
    return channels;
  }

  /**
   * Writes what makes the network's input of bytes 0 … 255.
   *
   * @throws IllegalArgumentException if Deeplearning4j has no normalizer that does
   */
  static void write(DataOutputStream out, Preprocessing preprocessing) throws IOException {
    out.writeUTF(HEADER);
    out.writeInt(VERSION);
    if (preprocessing.normalisation().isEmpty()) {
      out.writeUTF(SCALER);
      out.writeDouble(preprocessing.offset());
      out.writeDouble(preprocessing.offset() + preprocessing.rescale() * BYTE);
      out.writeDouble(BYTE);
      return;
    }
    NormalisationSteps steps = steps(preprocessing);
    int channels = preprocessing.inputShape().channels();
    float[] mean = new float[channels];
    float[] std = new float[channels];
    double scale = steps.rescale() * preprocessing.rescale();
    for (int c = 0; c < channels; c++) {
      int channel = c;
      double subtracted = steps.channelMeans().map(means -> means[channel]).orElse(0.0);
      double divisor =
          steps.channelDivisors().map(divisors -> divisors[channel]).orElse(1.0);
      mean[c] = (float) ((subtracted - steps.rescale() * preprocessing.offset()) / scale);
      std[c] = (float) (divisor / scale);
    }
    out.writeUTF(STANDARDIZE);
    out.writeBoolean(false);
    NdArray.write(out, mean);
    NdArray.write(out, std);
  }

  /**
   * The steps that Deeplearning4j can take.
   *
   * @throws IllegalArgumentException if there are others
   */
  static NormalisationSteps steps(Preprocessing preprocessing) {
    NormalisationSteps steps = NormalisationSteps.of(
        preprocessing.normalisation().orElseThrow(), preprocessing.inputShape());
    if (steps.samplewiseCenter() || steps.whitening().isPresent()) {
      throw new IllegalArgumentException("Deeplearning4j has no normalizer for its "
          + (steps.samplewiseCenter() ? "samplewise normalisation" : "ZCA whitening"));
    }
    return steps;
  }
}
