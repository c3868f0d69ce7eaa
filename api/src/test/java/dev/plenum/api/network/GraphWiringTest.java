package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a graph's operations cannot read. */
class GraphWiringTest {
  private static final Shape IMAGE = Shape.of(8, 8, 3);
  private static final Dense CLASSES = Dense.of(10).activation(Activation.SOFTMAX);

  private static void assertGraphRefused(List<Graph.Node> nodes, String... parts) {
    assertRefused(InvalidNetworkException.class, () -> new Graph(IMAGE, nodes), parts);
  }

  private static Graph.Node node(Operation operation, Integer... reads) {
    return new Graph.Node(operation, List.of(reads));
  }

  /** Itself, a later layer, no layer at all: so a cycle cannot be written down. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100, -2})
  void onlyEarlierLayersCanBeRead(int read) {
    assertGraphRefused(
        List.of(node(Flatten.instance(), -1), node(new Add(), 0, read), node(CLASSES, 1)),
        "layer 2 'add'",
        "reads the output of layer " + (read + 1),
        "only earlier layers (1 to 1) and the images");
  }

  @Test
  void theFirstLayerCanReadTheImagesOnly() {
    assertGraphRefused(
        List.of(node(Flatten.instance(), 0), node(CLASSES, 0)),
        "layer 1 'flatten'",
        "reads the output of layer 1",
        "only the images");
  }

  @Test
  void aLayerReadsOneValue() {
    assertGraphRefused(
        List.of(node(Flatten.instance()), node(CLASSES, 0)),
        "layer 1 'flatten'",
        "Flatten reads one value, found 0");
    assertGraphRefused(
        List.of(node(Flatten.instance(), -1), node(CLASSES, 0, 0)),
        "layer 2 'dense'",
        "Dense reads one value, found 2");
  }

  @Test
  void aMergeReadsTwoValuesOrMore() {
    assertGraphRefused(
        List.of(node(new Average()), node(CLASSES, 0)),
        "layer 1 'average'",
        "Average reads two or more values, found 0");
    assertGraphRefused(
        List.of(node(Flatten.instance(), -1), node(new Concatenate(), 0), node(CLASSES, 1)),
        "layer 2 'concatenate'",
        "Concatenate reads two or more values, found 1");
  }

  @Test
  void layersThatNobodyReadsAreNamed() {
    assertGraphRefused(
        List.of(
            node(Flatten.instance(), -1),
            node(Dense.of(3), 0),
            node(Dropout.of(0.5), 0),
            node(CLASSES, 0)),
        "one output",
        "nobody reads the output of dense, dropout");
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> {
          images.then(Conv2D.of(3, 3));
          return images.then(Flatten.instance(), CLASSES);
        }),
        "nobody reads the output of conv2d");
  }

  @Test
  void theOutputIsTheValueThatWasMadeLast() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> {
          Value output = images.then(Flatten.instance(), CLASSES);
          output.then(Dropout.of(0.5));
          return output;
        }),
        "must be the last one that is made");
  }

  @Test
  void aValueOfAnotherGraphIsRefused() {
    Value[] other = new Value[1];
    Graph.of(IMAGE, images -> {
      other[0] = images.then(Flatten.instance());
      return other[0].then(CLASSES);
    });
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> Add.of(images.then(Flatten.instance()), other[0])),
        "a value of another graph");
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> Add.of(other[0], images.then(Flatten.instance()))),
        "a value of another graph");
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> other[0]),
        "a value of another graph");
  }
}
