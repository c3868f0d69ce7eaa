package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.datasets.Datasets;
import dev.plenum.ensemble.CommitteeEvaluation;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that a build with format version 1 wrote are read by every later build, and mean what they
 * meant. They are of a pooling and a dense layer, trained on 120 of the generated digits.
 */
class Format1Test {
  private static final Path FILES = Path.of("src/test/resources/format-1");
  private static final Network NETWORK = Sequential.of(
      Shape.of(28, 28, 1),
      MaxPool2D.of(7),
      Flatten.instance(),
      Dense.of(10).activation(Activation.SOFTMAX));

  private final Backend backend = Backends.get("purejava");

  private static Dataset test() throws IOException {
    return Datasets.digits().load().test();
  }

  @Test
  void aModelPredictsWhatItsRecordSays() throws IOException {
    RunRecord record = RunRecord.read(FILES.resolve("run.json"));
    SavedModel saved = ModelFile.read(FILES.resolve("model.plenum"));
    assertEquals(NETWORK, saved.network());
    assertEquals(NETWORK, record.setup().network());
    assertEquals(record.outcome().weightsSha256(), saved.weights().sha256());
    assertEquals("5", record.setup().configuration().get("seed"));
    try (Model model = saved.restore(backend, Seed.seed(1))) {
      assertEquals(record.outcome().test(), RunRecord.TestResult.of(model.evaluate(test())));
    }
  }

  @Test
  void aCommitteeDecidesWhatItDecided() throws IOException {
    CommitteeEvaluation evaluation =
        CommitteeFile.read(FILES.resolve("committee.plenum")).evaluate(test(), backend);
    assertEquals(2, evaluation.members().size());
    assertEquals(0.116, evaluation.committee().accuracy());
  }

  @Test
  void aTrainingResumesFromItsCheckpointToTheSameWeights(@TempDir Path folder) throws IOException {
    Recipe recipe = Recipe.of(NETWORK)
        .augmentation(ImageAugmentation.referenceExperiment())
        .callbacks(
            ReduceLROnPlateau.monitor("val_accuracy").patience(3).factor(0.5).minLr(1e-5))
        .epochs(300)
        .batchSize(20)
        .seed(5);
    TrainingData data =
        TrainingData.of(Datasets.digits().load()).first(120).validation(1.0 / 6, Seed.seed(42));
    Files.createDirectories(folder.resolve("run/checkpoints"));
    Files.copy(
        FILES.resolve("checkpoint-11.plenum"),
        folder.resolve("run/checkpoints/checkpoint-11.plenum"));
    try (RunFolder run = RunFolder.open(folder.resolve("whole"), "test")) {
      RunRecord record = TrainingRun.in(run)
          .train(new TrainingFolder(folder.resolve("run")), recipe, data, backend)
          .record();
      assertEquals(
          "cc232a7f28134284232d4fe381e9fe34db2d761b91254143370abd10db161509",
          record.outcome().weightsSha256());
    }
  }
}
