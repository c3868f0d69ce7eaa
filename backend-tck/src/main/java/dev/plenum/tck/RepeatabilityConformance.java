package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.Model;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same seed gives the same bits. */
abstract class RepeatabilityConformance extends ConformanceGroup {
  private static final int STEPS = 10;

  RepeatabilityConformance(BackendConformance kit) {
    super(kit);
  }

  @Test
  void sameSeedGivesTheSameBits() {
    needs(Capability.REPEATABILITY);
    assertEquals(trained(new Seed(1)), trained(new Seed(1)));
  }

  @Test
  void otherSeedGivesOtherBits() {
    assertNotEquals(trained(new Seed(1)), trained(new Seed(2)));
  }

  @Test
  void twoThreadsWithAModelEachGetTheBitsThatOneGets() throws Exception {
    needs(Capability.REPEATABILITY, Capability.CONCURRENT_MODELS);
    List<Callable<String>> trainings = List.of(
        () -> trained(new Seed(1)),
        () -> trained(new Seed(2)),
        () -> trained(new Seed(1)),
        () -> trained(new Seed(2)));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> results = threads.invokeAll(trainings);
      for (int i = 0; i < trainings.size(); i++) {
        assertEquals(trainings.get(i).call(), results.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void modelsTrainedInTurnDoNotDisturbEachOther() {
    needs(Capability.REPEATABILITY);
    Samples samples = Samples.of(Trajectory.NETWORK, 7, 1);
    try (Model one = compile(Trajectory.NETWORK, Adam.defaults(), new Seed(1));
        Model other = compile(Trajectory.NETWORK, Adam.defaults(), new Seed(2))) {
      for (int step = 0; step < STEPS; step++) {
        train(one, samples, step);
        train(other, samples, step);
      }
      assertEquals(trained(new Seed(1)), one.weights().sha256());
      assertEquals(trained(new Seed(2)), other.weights().sha256());
    }
  }

  /** The hash of the weights after some steps. */
  private String trained(Seed seed) {
    Samples samples = Samples.of(Trajectory.NETWORK, 7, 1);
    try (Model model = compile(Trajectory.NETWORK, Adam.defaults(), seed)) {
      for (int step = 0; step < STEPS; step++) {
        train(model, samples, step);
      }
      return model.weights().sha256();
    }
  }

  private static void train(Model model, Samples samples, int step) {
    model.trainOnBatch(samples.batch(step % 2, 5), step);
  }
}
