package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks whose layers say what they read. */
class GraphJsonTest {
  private static final Graph RESIDUAL = Graph.of(Shape.of(8, 8, 2), images -> {
    Value inner = images.then(
        Conv2D.of(2, 3).padding(Padding.SAME).bias(false), BatchNormalization.defaults());
    return Add.of(inner, images)
        .then(
            Activation.RELU.layer(),
            GlobalAveragePooling2D.instance(),
            Dense.of(3).activation(Activation.SOFTMAX));
  });

  private static Network read(String json) {
    return NetworkJson.read(json.replace('\'', '"'), "net.conf");
  }

  private static Network readBack(Network network) {
    return NetworkJson.read(NetworkJson.write(network), "a network");
  }

  @Test
  void inputsAreWrittenWhereALayerDoesNotReadTheOneBefore() {
    assertEquals("""
        {
          "input_shape": [ 8, 8, 2 ],
          "layers": [ {
            "type": "Conv2D",
            "filters": 2,
            "kernel_size": [ 3, 3 ],
            "strides": [ 1, 1 ],
            "padding": "same",
            "activation": "linear",
            "use_bias": false
          }, {
            "type": "BatchNormalization",
            "momentum": 0.99,
            "epsilon": 0.001,
            "center": true,
            "scale": true,
            "trainable": false
          }, {
            "type": "Add",
            "inputs": [ "batch_normalization", "images" ]
          }, {
            "type": "Activation",
            "activation": "relu"
          }, {
            "type": "GlobalAveragePooling2D",
            "keepdims": false
          }, {
            "type": "Dense",
            "units": 3,
            "activation": "softmax"
          } ]
        }
        """, NetworkJson.write(RESIDUAL.freeze(List.of("batch_normalization"))));
  }

  @Test
  void graphsAreReadBackAsTheyWere() {
    assertEquals(RESIDUAL, readBack(RESIDUAL));
    Network frozen = RESIDUAL.freeze(List.of("conv2d", "batch_normalization"));
    assertEquals(frozen, readBack(frozen));
    for (int seed = 0; seed < 200; seed++) {
      Graph graph = new Samples(seed).graph();
      assertEquals(graph, readBack(graph));
    }
  }

  @Test
  void aGraphInALineStaysAGraphAndASequentialStaysOne() {
    Graph line = Graph.of(
        Shape.of(4, 4, 1), images -> images.then(Flatten.instance(), Dense.of(2), Dense.of(2)));
    assertEquals(line, readBack(line));
    Network sequential = Sequential.of(
            Shape.of(4, 4, 1), Flatten.instance(), Dense.of(2), Dense.of(2))
        .freeze(List.of("dense"));
    assertInstanceOf(Sequential.class, sequential);
    assertEquals(sequential, readBack(sequential));
  }

  @Test
  void whatHasADefaultMayBeLeftOut() {
    assertEquals(
        Graph.of(Shape.of(8, 8, 2), images -> {
          Value inner =
              images.then(Conv2D.of(2, 3).padding(Padding.SAME), BatchNormalization.defaults());
          return Concatenate.of(inner, images).then(Flatten.instance(), Dense.of(3));
        }),
        read("""
            {'input_shape': [8, 8, 2], 'layers': [
              {'type': 'Conv2D', 'filters': 2, 'kernel_size': 3, 'padding': 'same'},
              {'type': 'BatchNormalization'},
              {'type': 'Concatenate', 'inputs': ['batch_normalization', 'images']},
              {'type': 'Flatten'},
              {'type': 'Dense', 'units': 3}
            ]}
            """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'Add'} | layers[1]: Add reads two or more values, so it needs the key 'inputs'",
        "{'type':'Add','inputs':['conv2d']} | layer 2 'add': Add reads two or more values, found 1",
        "{'type':'Add','inputs':['conv2d','images']} | layer 2 'add' of 'conv2d', the images: Add needs values of one shape, found (7, 7, 2) and (9, 9, 1)",
        "{'type':'Add','inputs':['conv2d','conv2d_7']} | layers[1].inputs[1]: there is no layer 'conv2d_7'; 'add' can read images, conv2d",
        "{'type':'Add','inputs':['conv2d','flatten']} | layers[1].inputs[1]: 'add' cannot read 'flatten', which does not come before it; it can read images, conv2d",
        "{'type':'Add','inputs':['conv2d','add']} | layers[1].inputs[1]: 'add' cannot read 'add', which does not come before it; it can read images, conv2d",
        "{'type':'Add','inputs':'conv2d'} | layers[1].inputs: a list […] is needed, found \"conv2d\"",
        "{'type':'Add','inputs':[7]} | layers[1].inputs[0]: a text is needed, found 7",
        "{'type':'Dropout','rate':0.5,'inputs':[]} | layer 2 'dropout': Dropout reads one value, found 0",
        "{'type':'Dropout','rate':0.5,'inputs':['images']} | a network has one output, its last layer's, but nobody reads the output of conv2d",
        "{'type':'Dropout','rate':0.5,'trainable':1} | layers[1].trainable: true or false is needed, found 1",
        "{'type':'Conv2D','filters':2,'kernel_size':1,'dilation_rate':[1,-1]} | layers[1]: a window: the horizontal dilation must be at least 1, found -1",
        "{'type':'SeparableConv2D','filters':2,'kernel_size':1,'depthwise_initializer':'ones'} | layers[1]: depthwise_initializer and pointwise_initializer must be the same",
        "{'type':'Conv2D','filters':2,'kernel_size':1,'kernel_initializer':'orthogonal'} | layers[1].kernel_initializer: one of [glorot_uniform, ",
        "{'type':'Conv2D','filters':2,'kernel_size':1,'kernel_regularizer':{'l3':1}} | layers[1].kernel_regularizer: unknown key 'l3'; allowed: l1, l2",
        "{'type':'Conv2D','filters':2,'kernel_size':1,'kernel_regularizer':{'l1':-1}} | layers[1].kernel_regularizer: a regularizer: l1 must be",
        "{'type':'ZeroPadding2D','padding':[[1,2],[3]]} | layers[1].padding[1]: a whole number, or a list of two (height, width), is needed, found [3]",
        "{'type':'ZeroPadding2D','padding':[[1,2],[3,-1]]} | layers[1]: the rows and columns at an image's sides must be 0 to 1048576, found 1, 2, 3 and -1",
        "{'type':'Cropping2D','cropping':4} | layer 2 'cropping2d': Cropping2D cuts off 8 rows and 8 columns, which leaves nothing of an input of shape (7, 7, 2)",
      })
  void whatCannotBeIsRefusedWithTheLayersNames(String layer, String message) {
    String found = Refusals.messageOf(
        InvalidJsonException.class,
        () -> read("{'input_shape':[9,9,1],'layers':[{'type':'Conv2D','filters':2,'kernel_size':3},"
            + layer + ",{'type':'Flatten'},{'type':'Dense','units':3}]}"));
    assertTrue(found.startsWith("net.conf: " + message), found);
  }

  @Test
  void marginsAreOneNumberOrTwoOrFour() {
    for (String padding : List.of("1", "[1, 1]", "[[1, 1], [1, 1]]")) {
      assertEquals(
          Shape.of(5, 5, 1),
          read("{'input_shape':[3,3,1],'layers':[{'type':'ZeroPadding2D','padding':" + padding
                  + "},{'type':'Flatten'},{'type':'Dense','units':3}]}")
              .placedLayers()
              .get(0)
              .output());
    }
  }
}
