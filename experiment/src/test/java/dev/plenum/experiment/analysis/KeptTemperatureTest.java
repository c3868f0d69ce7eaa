package dev.plenum.experiment.analysis;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedClassifier;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.ensemble.SavedMember;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temperatures kept in files. */
class KeptTemperatureTest {
  private static final Backend BACKEND = Backends.get("purejava");
  private static final Dataset IMAGES = TinyMnist.dataset(50, 4);

  @TempDir
  private Path folder;

  private static SavedModel saved(long seed, LayerSpec... layers) {
    try (Model model = BACKEND.compile(
        Sequential.of(IMAGES.imageShape(), layers), Adam.defaults(), new Seed(seed))) {
      return SavedModel.of(
          model,
          Preprocessing.of(IMAGES.imageShape()),
          IMAGES.classNames(),
          JsonObject.empty().with("a", "b"));
    }
  }

  private static Temperature temperature(double value) {
    Calibration none = Calibration.of(GeneratedOutputs.make());
    return new Temperature(value, 40, none, none);
  }

  private static void assertScaled(SavedClassifier before, SavedClassifier after, double value) {
    Outputs expected = OutputsOf.saved(before, IMAGES, BACKEND).at(value);
    Outputs found = OutputsOf.saved(after, IMAGES, BACKEND);
    for (int i = 0; i < IMAGES.size(); i++) {
      for (int c = 0; c < 10; c++) {
        assertEquals(expected.probability(i, c), found.probability(i, c), 2e-6);
      }
    }
  }

  @Test
  void whateverANetworkEndsInItsFileGivesTheScaledProbabilities() throws Exception {
    List<SavedModel> models = List.of(
        saved(1, Flatten.instance(), Dense.of(10).activation(SOFTMAX)),
        saved(1, Flatten.instance(), Dense.of(10)),
        saved(1, Flatten.instance(), Dense.of(10), SOFTMAX.layer()),
        saved(1, Conv2D.of(10, 5), GlobalAveragePooling2D.instance(), SOFTMAX.layer()));
    for (SavedModel model : models) {
      Path from = folder.resolve("from.plenum");
      Path to = folder.resolve("to.plenum");
      ModelFile.write(from, model);
      KeptTemperature.write(from, to, temperature(0.5));
      assertScaled(SavedClassifier.read(from), SavedClassifier.read(to), 0.5);
      assertTrue(ModelFile.read(to).provenance().toLine().contains("\"temperature\":0.5"));
      assertTrue(ModelFile.read(to).provenance().toLine().contains("\"a\":\"b\""));
    }
  }

  @Test
  void aCommitteesMembersAllHaveIt() throws Exception {
    Path from = folder.resolve("from.plenum");
    Path to = folder.resolve("to.plenum");
    CommitteeFile.write(
        from,
        new SavedCommittee(
            Combination.average(),
            List.of(
                new SavedMember(
                    saved(1, Flatten.instance(), Dense.of(10).activation(SOFTMAX)),
                    new Seed(1),
                    "purejava"),
                new SavedMember(
                    saved(2, Flatten.instance(), Dense.of(10).activation(SOFTMAX)),
                    new Seed(2),
                    "purejava"))));
    KeptTemperature.write(from, to, temperature(3));
    assertScaled(SavedClassifier.read(from), SavedClassifier.read(to), 3);
    assertEquals(Optional.of(Combination.average()), SavedClassifier.read(to).combination());
  }
}
