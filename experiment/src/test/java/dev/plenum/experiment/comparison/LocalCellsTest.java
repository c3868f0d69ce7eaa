package dev.plenum.experiment.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.History;
import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.TerminateOnNaN;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.FixedNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCellsTest {
  private static final FixedNetwork SMALL = new FixedNetwork(
      "small",
      Sequential.of(
          Shape.of(28, 28, 1), Flatten.instance(), Dense.of(10).activation(Activation.SOFTMAX)));

  @TempDir
  Path folder;

  /** A schedule over all epochs has other rates in the first of three than in the only one. */
  @Test
  void aRepeatIsTheFirstOfAsManyEpochs() throws IOException {
    Recipe recipe =
        Recipe.of(SMALL).callbacks(LearningRateScheduler.perStep(CosineDecay.from(0.05)));
    Comparison comparison = ComparisonRun.inThisProcess(
            Plan.of(List.of("purejava"), List.of("small"), 3).seeds(1),
            Map.of("small", recipe),
            TinyMnist.data(),
            folder)
        .run(Invocation.of("test"));
    Group group = comparison.groups().get(0);
    assertEquals(
        1, group.repeat().orElseThrow().record().outcome().history().epochs().size());
    assertEquals(Optional.of(true), group.isRepeatable());
  }

  @Test
  void aTrainingThatEndsOnNanInItsFirstEpochFailsAndTheOthersAreTrained() throws IOException {
    Recipe wild = Recipe.of(BuiltInNetwork.DENSE)
        .optimizer(Sgd.defaults().learningRate(1e30))
        .callbacks(TerminateOnNaN.instance());
    Comparison comparison = ComparisonRun.inThisProcess(
            Plan.of(List.of("purejava"), List.of("wild", "small"), 1).seeds(1),
            Map.of("wild", wild, "small", Recipe.of(SMALL)),
            TinyMnist.data(),
            folder)
        .run(Invocation.of("test"));
    assertEquals(
        List.of("wild", "wild"),
        comparison.failures().stream().map(failure -> failure.cell().network()).toList());
    String reason = comparison.failures().get(0).reason();
    assertTrue(reason.startsWith("training diverged: the loss became NaN in epoch 1"), reason);
    assertEquals(2, comparison.results().size());
  }

  /** As earlier builds left it. */
  @Test
  void aResultWithoutAnEpochIsRefusedWithWhatToDo() throws IOException {
    Cell cell = new Cell("purejava", "small", 1, 1, false);
    TrainingData data = TinyMnist.data();
    CellFolder own = CellFolder.of(folder, cell);
    new CellTraining(new Trainer(Backends.get("purejava")), Invocation.of("test"), false)
        .run(Recipe.of(SMALL).epochs(1), data, new TrainingFolder(own.results()));
    RunRecord record = RunRecord.read(own.results().resolve("run.json"));
    Outcome outcome = record.outcome();
    new RunRecord(
            record.invocation(),
            record.platform(),
            record.setup(),
            record.data(),
            new Outcome(
                History.empty(),
                outcome.test(),
                outcome.initialWeightsSha256(),
                outcome.weightsSha256(),
                outcome.batchesSha256(),
                outcome.timing(),
                outcome.peakMemoryBytes()))
        .write(own.results().resolve("run.json"));
    String message = Thrown.message(IOException.class, () -> CellResult.find(cell, own));
    assertTrue(
        message.endsWith(
            "is damaged: its training has no epoch; delete the folder to train it again"),
        message);
  }
}
