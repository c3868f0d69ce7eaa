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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit's networks are so small that ND4J computes them with one thread; these are not. */
class LargeNetworkTest {
  private static final Map<String, String> SETTINGS = Map.of("threads", "2");
  private static final int STEPS = 3;

  static List<Arguments> backendsAndNetworks() {
    return Stream.of(new Dl4jBackend(), new Dl4jNnBackend())
        .map(backend -> backend.withSettings(SETTINGS))
        .flatMap(backend -> Stream.of(Networks.SIMPLE_CONV, Networks.RESIDUAL)
            .map(network -> Arguments.of(backend, network)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("backendsAndNetworks")
  void twoModelsAtOnceGetTheBitsThatEachGetsAlone(Backend backend, Network network)
      throws Exception {
    Dataset images = Networks.trainingImages(STEPS * Networks.BATCH_SIZE);
    List<Callable<String>> trainings = List.of(
        () -> trained(backend, network, images, 1), () -> trained(backend, network, images, 2));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> results = threads.invokeAll(trainings);
      assertEquals(trained(backend, network, images, 1), results.get(0).get());
      assertEquals(trained(backend, network, images, 2), results.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static String trained(Backend backend, Network network, Dataset images, long seed) {
    try (Model model = backend.compile(network, Adam.defaults(), new Seed(seed))) {
      model.fit(images, Fit.epochs(1).batchSize(Networks.BATCH_SIZE));
      return model.weights().sha256();
    }
  }
}
