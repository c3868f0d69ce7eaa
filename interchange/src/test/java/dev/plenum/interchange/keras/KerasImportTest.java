package dev.plenum.interchange.keras;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;
import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.tck.reference.RandomNetworks;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that Keras saved, and models saved for Keras. */
class KerasImportTest {
  private static final int IMAGES = 3;
  private static final double TOLERANCE = 1e-5;

  @TempDir
  Path folder;

  /** The three networks of the reference experiment, on images small enough for the slow reference. */
  static Stream<Network> referenceNetworks() {
    Shape images = Shape.of(12, 12, 1);
    return Stream.of(
        Sequential.of(
            images,
            Conv2D.of(10, 5).padding(SAME).activation(RELU),
            Conv2D.of(10, 5).padding(SAME).activation(RELU),
            MaxPool2D.of(2),
            Flatten.instance(),
            Dense.of(64).activation(RELU),
            Dropout.of(0.2),
            Dense.of(10).activation(SOFTMAX)),
        Sequential.of(
            images,
            Flatten.instance(),
            Dense.of(512).activation(RELU),
            Dropout.of(0.2),
            Dense.of(256).activation(RELU),
            Dropout.of(0.2),
            Dense.of(10).activation(SOFTMAX)),
        Sequential.of(
            images,
            Conv2D.of(32, 5).padding(SAME).activation(RELU),
            Conv2D.of(32, 5).padding(SAME).activation(RELU),
            MaxPool2D.of(2),
            Dropout.of(0.25),
            Conv2D.of(64, 3).padding(SAME).activation(RELU),
            Conv2D.of(64, 3).padding(SAME).activation(RELU),
            MaxPool2D.of(2),
            Flatten.instance(),
            Dense.of(256).activation(RELU),
            Dropout.of(0.2),
            Dense.of(10).activation(SOFTMAX)));
  }

  @ParameterizedTest
  @MethodSource("referenceNetworks")
  void aModelThatKerasSavedPredictsAsTheReferenceDoes(Network network) throws IOException {
    TrainedNetwork saved = Samples.trained(network, seed(3));
    ImportedModel imported = readModel(KerasFiles.model(saved));
    assertEquals(saved, imported.trained());
    assertTrue(imported.hasOptimizerState());

    float[] images = Samples.images(network, IMAGES, seed(4));
    float[] found = Samples.predict(imported.trained(), images, IMAGES);
    double[] expected = reference(saved, images);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], TOLERANCE, "value " + i);
    }
  }

  private static double[] reference(TrainedNetwork trained, float[] images) {
    ReferenceNetwork reference = new ReferenceNetwork(trained.network(), Sgd.defaults(), seed(1));
    reference.setWeights(trained.weights());
    double[] pixels = new double[images.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = images[i];
    }
    double[] logits = reference.logits(pixels, IMAGES);
    int classes = trained.network().classes();
    double[] probabilities = new double[logits.length];
    for (int row = 0; row < logits.length; row += classes) {
      double sum = 0;
      for (int i = row; i < row + classes; i++) {
        sum += StrictMath.exp(logits[i]);
      }
      for (int i = row; i < row + classes; i++) {
        probabilities[i] = StrictMath.exp(logits[i]) / sum;
      }
    }
    return probabilities;
  }

  @Test
  void soDoesWhatKerasSavedOfNetworksWithEveryKindOfLayer() throws IOException {
    for (long number = 0; number < 100; number++) {
      TrainedNetwork saved = Samples.trained(RandomNetworks.linear(seed(number)), seed(number));
      assertEquals(saved, readModel(KerasFiles.model(saved)).trained());
      Path weights = file("saved.weights.h5", H5pyFile.of(KerasFiles.weights(saved)));
      assertEquals(saved, KerasWeightsFile.read(weights, saved.network()).trained());
    }
  }

  @Test
  void whatIsWrittenForKerasComesBackWithTheSameBits() throws IOException {
    List<Network> networks = Stream.concat(
            referenceNetworks(),
            Stream.iterate(0L, number -> number + 1)
                .limit(20)
                .map(number -> RandomNetworks.linear(seed(number))))
        .toList();
    for (Network network : networks) {
      TrainedNetwork trained = Samples.trained(network, seed(5));
      Path model = folder.resolve("written.keras");
      AtomicFiles.write(model, KerasModelFile.content(trained));
      ImportedModel imported = KerasModelFile.read(model);
      assertEquals(trained, imported.trained());
      assertFalse(imported.hasOptimizerState());
      Path weights = folder.resolve("written.weights.h5");
      AtomicFiles.write(weights, KerasWeightsFile.content(trained));
      assertEquals(trained, KerasWeightsFile.read(weights, network).trained());
    }
  }

  @Test
  void aFunctionalModelWithoutBranchesIsASequentialOne() throws IOException {
    TrainedNetwork saved = Samples.trained(FunctionalModel.NETWORK, seed(6));
    assertEquals(
        saved, readModel(FunctionalModel.file(saved, FunctionalModel.CONFIG)).trained());
  }

  private ImportedModel readModel(byte[] content) throws IOException {
    return KerasModelFile.read(file("saved.keras", content));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
