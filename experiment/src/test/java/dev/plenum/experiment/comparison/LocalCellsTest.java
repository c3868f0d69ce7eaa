package dev.plenum.experiment.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.experiment.FixedNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.persistence.RunRecord.Invocation;
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
}
