package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.InvalidNetworkException;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferredNetworkTest {
  private static final Shape IMAGE = Shape.of(8, 8, 3);
  private static final Conv2D CONV = Conv2D.of(3, 3).padding(Padding.SAME);
  private static final LayerSpec POOL = GlobalAveragePooling2D.instance();
  private static final Dense HEAD = Dense.of(10).activation(Activation.SOFTMAX);
  private static final Dense NEW_HEAD = Dense.of(4).activation(Activation.SOFTMAX);

  private static final List<String> NOTHING = List.of();
  private static final List<String> FEATURES = List.of(TransferredNetwork.FEATURES);

  private static final Network LINE =
      Sequential.of(IMAGE, CONV, BatchNormalization.defaults(), POOL, Dense.of(5), HEAD);
  private static final Network GRAPH = graph(HEAD);

  private static Network graph(LayerSpec... head) {
    return Graph.of(IMAGE, images -> {
      Value stem = images.then(CONV);
      return Add.of(stem, stem.then(CONV)).then(POOL).then(head);
    });
  }

  private static TransferredNetwork transferred(Network base, List<String> freeze) {
    return new TransferredNetwork(
        "base.plenum", base, InitialWeights.of(base, new Seed(7)), freeze);
  }

  private static StartWeights start(Network base) {
    return transferred(base, NOTHING).start().orElseThrow();
  }

  @Test
  void aLineGetsADenseLayerForTheNewClasses() {
    assertEquals(
        Sequential.of(IMAGE, CONV, BatchNormalization.defaults(), POOL, Dense.of(5), NEW_HEAD),
        transferred(LINE, NOTHING).network(IMAGE, 4));
  }

  @Test
  void soDoesAGraph() {
    assertEquals(graph(NEW_HEAD), transferred(GRAPH, NOTHING).network(IMAGE, 4));
  }

  @Test
  void aSoftmaxLayerGoesWithTheOldHead() {
    Network line =
        Sequential.of(IMAGE, Flatten.instance(), Dense.of(10), Activation.SOFTMAX.layer());
    assertEquals(
        Sequential.of(IMAGE, Flatten.instance(), NEW_HEAD),
        transferred(line, NOTHING).network(IMAGE, 4));
    Network graph = graph(Dense.of(10), Activation.SOFTMAX.layer());
    assertEquals(graph(NEW_HEAD), transferred(graph, NOTHING).network(IMAGE, 4));
  }

  @Test
  void itsFeaturesCanBeFrozenButNotItsHead() {
    assertEquals(
        Set.of(0, 1, 2, 3), transferred(LINE, FEATURES).network(IMAGE, 4).frozen());
    Network graph = transferred(GRAPH, FEATURES).network(IMAGE, 4);
    assertEquals(Set.of(0, 1, 2, 3), graph.frozen());
    assertEquals(3 * 4 + 4, graph.trainableCount());
  }

  @Test
  void featuresThatWereFrozenStayFrozenAndAFrozenHeadDoesNot() {
    Network base = LINE.freeze(List.of("conv2d", "dense_1"));
    assertEquals(Set.of(0), transferred(base, NOTHING).network(IMAGE, 4).frozen());
    assertEquals(
        Set.of(0, 1, 2, 3), transferred(base, FEATURES).network(IMAGE, 4).frozen());
  }

  @Test
  void trainingStartsFromTheWeightsOfTheFeaturesAlone() {
    assertEquals(
        List.of(
            "conv2d/kernel",
            "conv2d/bias",
            "batch_normalization/gamma",
            "batch_normalization/beta",
            "batch_normalization/moving_mean",
            "batch_normalization/moving_variance",
            "dense/kernel",
            "dense/bias"),
        start(LINE).weights().names());
    assertEquals(
        InitialWeights.of(LINE, new Seed(7)).get("dense/kernel"),
        start(LINE).weights().get("dense/kernel"));
    assertEquals("base.plenum", start(LINE).source());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theseWeightsFitTheNewNetwork(boolean frozen) {
    for (Network base : List.of(LINE, GRAPH)) {
      Network network = transferred(base, frozen ? FEATURES : NOTHING).network(IMAGE, 4);
      NamedTensors initial = InitialWeights.of(network, new Seed(8));
      NamedTensors weights = start(base).over(initial);
      weights.requireSameStructure(initial, "the weights");
      assertEquals(
          InitialWeights.of(base, new Seed(7)).get("conv2d/kernel"), weights.get("conv2d/kernel"));
      String head = base == LINE ? "dense_1/kernel" : "dense/kernel";
      assertEquals(initial.get(head), weights.get(head), "the head starts from the new seed");
    }
  }

  @Test
  void namedLayersAreFrozenAndUnknownNamesRefused() {
    assertEquals(
        Set.of(1),
        transferred(LINE, List.of("batch_normalization")).network(IMAGE, 4).frozen());
    String e = Thrown.message(
        InvalidNetworkException.class, () -> transferred(LINE, List.of("conv9")).network(IMAGE, 4));
    assertTrue(e.contains("'conv9'") && e.contains("conv2d, batch_normalization"), e);
  }

  @Test
  void imagesOfAnotherShapeAreRefusedWithBoth() {
    String e = Thrown.message(
        InvalidNetworkException.class,
        () -> transferred(LINE, NOTHING).network(Shape.of(8, 8, 1), 4));
    assertTrue(
        e.contains("base.plenum takes images of shape (8, 8, 3), the dataset has (8, 8, 1)"), e);
  }

  @Test
  void aNetworkWithoutADenseLayerAtTheEndIsRefusedByItsLastLayer() {
    Network pooled = Sequential.of(IMAGE, POOL, Activation.SOFTMAX.layer());
    String e = Thrown.message(InvalidNetworkException.class, () -> transferred(pooled, NOTHING));
    assertTrue(e.contains("must end in a Dense layer"), e);
    assertTrue(e.contains("'activation'"), e);
  }

  @Test
  void soIsAGraphWhoseSoftmaxReadsAMerge() {
    Network merged = Graph.of(IMAGE, images -> {
      Value pooled = images.then(POOL);
      return Add.of(pooled, pooled.then(Dense.of(3))).then(Activation.SOFTMAX.layer());
    });
    String e = Thrown.message(InvalidNetworkException.class, () -> transferred(merged, NOTHING));
    assertTrue(e.contains("must end in a Dense layer"), e);
  }
}
