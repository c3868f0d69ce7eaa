package dev.plenum.predictor;

import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.SavedMember;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;

/** Models with initial weights, and pictures. */
final class Samples {
  static final Shape INPUT = Shape.of(12, 12, 1);
  static final List<String> CLASSES = List.of("circle", "square", "star");

  private static final Network NETWORK = Sequential.of(
      INPUT,
      Conv2D.of(8, 3).activation(Activation.RELU),
      MaxPool2D.of(2),
      Flatten.instance(),
      Dense.of(19).activation(Activation.RELU),
      Dense.of(3).activation(Activation.SOFTMAX));

  private Samples() {}

  /** A file of a model whose weights follow from the seed. */
  static Path model(Path folder, long seed) throws IOException {
    Path file = folder.resolve("model-" + seed + ".plenum");
    ModelFile.write(file, saved(seed));
    return file;
  }

  static SavedModel saved(long seed) {
    return saved(NETWORK, CLASSES, seed);
  }

  static SavedModel saved(Network network, List<String> classes, long seed) {
    try (Model model =
        Backends.get("purejava").compile(network, Adam.defaults(), Seed.seed(seed))) {
      return SavedModel.of(model, Preprocessing.of(network.input()), classes, JsonObject.empty());
    }
  }

  /** A file of a committee of models of these seeds. */
  static Path committee(Path folder, long... seeds) throws IOException {
    Path file = folder.resolve("committee.plenum");
    List<SavedMember> members = LongStream.of(seeds)
        .mapToObj(seed -> new SavedMember(saved(seed), Seed.seed(seed), "purejava"))
        .toList();
    CommitteeFile.write(file, new SavedCommittee(Combination.geometricMean(), members));
    return file;
  }

  /** A grey picture of random pixels. */
  static BufferedImage picture(int number, int height, int width) {
    CounterRandom random = CounterRandom.of(Purpose.AUGMENTATION, new Seed(number));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < height * width; i++) {
      image.getRaster().setSample(i % width, i / width, 0, (int) (256 * random.uniform(i)));
    }
    return image;
  }

  /** The bytes of a PNG file of such a picture. */
  static byte[] png(int number) {
    return png(picture(number, 12, 12));
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /** The bits of an answer and its votes. */
  static String bits(Answer answer) {
    StringBuilder text = new StringBuilder();
    text.append(bits(answer.probabilities()));
    answer.votes().forEach(vote -> text.append(bits(vote.probabilities())));
    return text.append(Arrays.hashCode(answer.seen().pixels())).toString();
  }

  private static String bits(List<Float> values) {
    return values.stream()
            .map(value -> Integer.toHexString(Float.floatToIntBits(value)))
            .toList() + " ";
  }
}
