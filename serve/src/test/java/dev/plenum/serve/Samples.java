package dev.plenum.serve;

import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.SavedMember;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.Predictor;
import dev.plenum.serve.http.Limits;
import dev.plenum.serve.http.ServerOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;

/** Models with initial weights, and pictures. */
final class Samples {
  static final List<String> CLASSES = List.of("circle", "square", "star");

  private static final int UNITS = 9;

  private Samples() {}

  /** Writes a file of a model whose weights follow from the seed. */
  static Path model(Path file, long seed) throws IOException {
    return model(file, seed, UNITS);
  }

  /** The same with so many units in two layers. */
  static Path model(Path file, long seed, int units) throws IOException {
    ModelFile.write(file, saved(seed, units));
    return file;
  }

  /** The same of a model with this preprocessing, whose input it has. */
  static Path model(Path file, Preprocessing preprocessing) throws IOException {
    ModelFile.write(file, saved(preprocessing, 1, UNITS));
    return file;
  }

  private static SavedModel saved(long seed, int units) {
    return saved(Preprocessing.of(Shape.of(12, 12, 1)), seed, units);
  }

  private static SavedModel saved(Preprocessing preprocessing, long seed, int units) {
    Network network = Sequential.of(
        preprocessing.inputShape(),
        Flatten.instance(),
        Dense.of(units).activation(Activation.RELU),
        Dense.of(units).activation(Activation.RELU),
        Dense.of(3).activation(Activation.SOFTMAX));
    try (Model model =
        Backends.get("purejava").compile(network, Adam.defaults(), Seed.seed(seed))) {
      return SavedModel.of(model, preprocessing, CLASSES, JsonObject.empty());
    }
  }

  /** Writes a file of a committee of models of these seeds. */
  static Path committee(Path file, long... seeds) throws IOException {
    List<SavedMember> members = LongStream.of(seeds)
        .mapToObj(seed -> new SavedMember(saved(seed, UNITS), Seed.seed(seed), "purejava"))
        .toList();
    CommitteeFile.write(file, new SavedCommittee(Combination.geometricMean(), members));
    return file;
  }

  static ModelSource source(String name, Path file) {
    return new ModelSource(name, Predictor.of(file), Backends.get("purejava"));
  }

  static ModelServer start(ModelSource... sources) throws IOException {
    return ModelServer.start(
        ServerOptions.defaults().withLimits(Limits.defaults().withStop(Duration.ofSeconds(2))),
        List.of(sources));
  }

  /** The bytes of a PNG file of random pixels. */
  static byte[] png(int number) {
    Random random = new Random(number);
    BufferedImage image = new BufferedImage(12, 12, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 144; i++) {
      image.getRaster().setSample(i % 12, i / 12, 0, random.nextInt(256));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
