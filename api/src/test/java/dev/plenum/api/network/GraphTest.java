package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static final Shape IMAGE = Shape.of(8, 8, 3);
  private static final Conv2D CONV = Conv2D.of(3, 3).padding(Padding.SAME);
  private static final GlobalAveragePooling2D POOL = GlobalAveragePooling2D.instance();
  private static final Dense CLASSES = Dense.of(10).activation(Activation.SOFTMAX);

  private static Graph.Node node(Operation operation, Integer... reads) {
    return new Graph.Node(operation, List.of(reads));
  }

  @Test
  void isWrittenDownAsTheNodesInTheirOrder() {
    Graph graph = Graph.of(IMAGE, images -> {
      Value left = images.then(CONV, Activation.RELU.layer());
      Value right = images.then(CONV);
      return Add.of(left, right, images).then(POOL, CLASSES);
    });
    assertEquals(
        new Graph(
            IMAGE,
            List.of(
                node(CONV, -1),
                node(Activation.RELU.layer(), 0),
                node(CONV, -1),
                node(new Add(), 1, 2, -1),
                node(POOL, 3),
                node(CLASSES, 4))),
        graph);
  }

  @Test
  void layersAreNumberedByKindInTheOrderOfWriting() {
    Graph graph = Graph.of(IMAGE, images -> {
      Value right = images.then(CONV);
      Value left = images.then(CONV, BatchNormalization.defaults());
      Value sum = Add.of(left, right);
      return Add.of(sum, right).then(POOL, CLASSES);
    });
    assertEquals(
        List.of(
            "conv2d",
            "conv2d_1",
            "batch_normalization",
            "add",
            "add_1",
            "global_average_pooling2d",
            "dense"),
        graph.placedLayers().stream().map(PlacedLayer::name).toList());
  }

  @Test
  void placedLayersKnowWhatTheyReadAndItsShapes() {
    Graph graph = Graph.of(
        IMAGE, images -> Concatenate.of(images.then(Conv2D.of(5, 1)), images).then(POOL, CLASSES));
    PlacedLayer merge = graph.placedLayers().get(1);
    assertEquals(List.of(0, PlacedLayer.IMAGES), merge.reads());
    assertEquals(List.of(Shape.of(8, 8, 5), IMAGE), merge.inputs());
    assertEquals(Shape.of(8, 8, 5), merge.input());
    assertEquals(Shape.of(8, 8, 8), merge.output());
    assertEquals(List.of(), merge.parameters());
    assertEquals(10, graph.classes());
    assertEquals(5 * 3 + 5 + 8 * 10 + 10, graph.parameterCount());
  }

  @Test
  void valuesKnowTheirShapesWhileTheyAreWrittenDown() {
    List<Shape> shapes = new ArrayList<>();
    Graph.of(IMAGE, images -> {
      Value flat = images.then(MaxPool2D.of(2), Flatten.instance());
      shapes.add(images.shape());
      shapes.add(flat.shape());
      return flat.then(CLASSES);
    });
    assertEquals(List.of(IMAGE, Shape.of(4 * 4 * 3)), shapes);
  }

  @Test
  void oneValueCanBeMergedWithItself() {
    Graph graph = Graph.of(IMAGE, images -> Multiply.of(images, images).then(POOL, CLASSES));
    assertEquals(List.of(-1, -1), graph.nodes().get(0).reads());
  }

  @Test
  void isNotChangedThroughTheListsItWasMadeFrom() {
    List<Integer> reads = new ArrayList<>(List.of(-1));
    List<Graph.Node> nodes =
        new ArrayList<>(List.of(new Graph.Node(Flatten.instance(), reads), node(CLASSES, 0)));
    Graph graph = new Graph(IMAGE, nodes);
    reads.clear();
    nodes.clear();
    assertEquals(Graph.of(IMAGE, images -> images.then(Flatten.instance(), CLASSES)), graph);
  }

  @Test
  void aLayerThatCannotTakeWhatItReadsIsRefusedByName() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> images.then(CONV, Conv2D.of(4, 9), POOL, CLASSES)),
        "layer 2 'conv2d_1'",
        "(9, 9, 3)",
        "(8, 8, 3)");
  }

  @Test
  void aMergeOfOtherShapesIsRefusedWithTheLayersAndBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> {
          Value half = images.then(MaxPool2D.of(2));
          Value convolved = images.then(Conv2D.of(5, 3));
          return Add.of(half, convolved, images).then(POOL, CLASSES);
        }),
        "layer 3 'add' of 'max_pooling2d', 'conv2d', the images",
        "(4, 4, 3) and (6, 6, 5) and (8, 8, 3)");
  }

  @Test
  void softmaxInsideIsRefusedWithItsPlace() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> images.then(POOL, CLASSES, CLASSES)),
        "layer 2 (Dense)",
        "softmax");
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> images.then(POOL, Activation.SOFTMAX.layer(), CLASSES)),
        "layer 2 (Activation)",
        "softmax");
  }

  @Test
  void softmaxAsALayerEndsANetworkOverFlatValuesOnly() {
    Graph graph = Graph.of(IMAGE, images -> images.then(POOL, Activation.SOFTMAX.layer()));
    assertEquals(3, graph.classes());
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> images.then(CONV, Activation.SOFTMAX.layer())),
        "ends in softmax over values of shape (8, 8, 3)");
  }

  @Test
  void aMergeCannotEndANetwork() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> {
          Value flat = images.then(POOL);
          return Add.of(flat.then(CLASSES), flat.then(Dense.of(10)));
        }),
        "softmax is only for the last layer");
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(IMAGE, images -> {
          Value flat = images.then(POOL);
          return Add.of(flat.then(Dense.of(10)), flat.then(Dense.of(10)));
        }),
        "ends in Add");
  }

  @Test
  void theImagesAloneAreNoNetwork() {
    assertRefused(
        InvalidNetworkException.class, () -> Graph.of(IMAGE, images -> images), "no layers");
  }

  @Test
  void theInputMustBeAnImage() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Graph.of(Shape.of(64), images -> images.then(CLASSES)),
        "(height, width, channels)",
        "(64)");
  }
}
