package dev.plenum.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Model;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.api.callback.TerminateOnNaN;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that diverge, each with a checkpoint after every step. */
class TrainingRunTest {
  private static final Recipe RECIPE = Recipe.of(BuiltInNetwork.DENSE).epochs(2).batchSize(20);

  @TempDir
  Path folder;

  private StoredRun train(Recipe recipe) throws IOException {
    try (RunFolder run = RunFolder.open(folder.resolve("run"), "test")) {
      TrainingRun training = new TrainingRun(
          run,
          Duration.ZERO,
          TrainingListener.NONE,
          TrainingRun.Pictures.NONE,
          TrainingRun.Watchers.NONE);
      return training.train(
          new TrainingFolder(folder.resolve("run")),
          recipe,
          TinyMnist.data(),
          Backends.get("purejava"));
    }
  }

  private void assertDiverged(Recipe recipe, String what) {
    String e = Thrown.message(TrainingDivergedException.class, () -> train(recipe));
    assertTrue(e.contains(what), e);
    assertTrue(e.endsWith("Try a smaller learning rate"), e);
    assertFalse(Files.exists(folder.resolve("run/checkpoints")));
    assertFalse(Files.exists(folder.resolve("run/run.json")));
  }

  /** Changes a model after a certain epoch. */
  private record After(int epoch, Consumer<Model> change) implements Callback {
    @Override
    public void onEpochEnd(Training training, EpochRecord record) {
      if (record.epoch() == epoch) {
        change.accept(training.model());
      }
    }
  }

  private static NamedTensors infinite(NamedTensors tensors) {
    Map<String, Tensor> infinite = new LinkedHashMap<>();
    tensors.byName().forEach((name, tensor) -> {
      float[] values = new float[tensor.shape().size()];
      Arrays.fill(values, Float.POSITIVE_INFINITY);
      infinite.put(name, new Tensor(tensor.shape(), values));
    });
    return new NamedTensors(infinite);
  }

  @Test
  void oneWhoseWeightsAreNoNumbersInTheEndHasDiverged() {
    assertDiverged(
        RECIPE.callbacks(new After(1, model -> model.setWeights(infinite(model.weights())))),
        "dense/kernel has values that are NaN or infinite");
  }

  @Test
  void soHasOneWhoseOptimizerRemembersNoNumbers() {
    assertDiverged(
        RECIPE.callbacks(new After(1, model -> {
          OptimizerState state = model.optimizer().state();
          model
              .optimizer()
              .setState(new OptimizerState(
                  state.iterations(), state.learningRate(), infinite(state.slots())));
        })),
        "has values that are NaN or infinite");
  }

  @Test
  void soHasOneThatEndsInItsFirstEpoch() {
    assertDiverged(
        RECIPE.optimizer(Sgd.defaults().learningRate(1e30)).callbacks(TerminateOnNaN.instance()),
        "training diverged: the loss became NaN in epoch 1, step ");
  }

  @Test
  void oneWhoseBestWeightsAreBackHasNot() throws IOException {
    Recipe recipe = RECIPE
        .optimizer(Sgd.defaults())
        .callbacks(
            EarlyStopping.monitor("val_loss").restoreBestWeights(true),
            new After(0, model -> model.setWeights(infinite(model.weights()))),
            TerminateOnNaN.instance());
    assertEquals(1, train(recipe).record().outcome().history().epochs().size());
  }
}
