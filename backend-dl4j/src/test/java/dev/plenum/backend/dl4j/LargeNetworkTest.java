package dev.plenum.backend.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Backend;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit's networks are so small that ND4J computes them with one thread; these are not. */
class LargeNetworkTest {
  private static final Backend BACKEND = new Dl4jBackend().withSettings(Map.of("threads", "2"));
  private static final int STEPS = 3;

  static List<Network> networks() {
    return List.of(Networks.SIMPLE_CONV, Networks.RESIDUAL);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void twoModelsAtOnceGetTheBitsThatEachGetsAlone(Network network) throws Exception {
    Dataset images = Networks.trainingImages(STEPS * Networks.BATCH_SIZE);
    List<Callable<String>> trainings =
        List.of(() -> trained(network, images, 1), () -> trained(network, images, 2));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> results = threads.invokeAll(trainings);
      assertEquals(trained(network, images, 1), results.get(0).get());
      assertEquals(trained(network, images, 2), results.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static String trained(Network network, Dataset images, long seed) {
    try (Model model = BACKEND.compile(network, Adam.defaults(), new Seed(seed))) {
      model.fit(images, Fit.epochs(1).batchSize(Networks.BATCH_SIZE));
      return model.weights().sha256();
    }
  }
}
