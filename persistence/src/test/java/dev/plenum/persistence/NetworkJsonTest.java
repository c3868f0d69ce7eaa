package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkJsonTest {
  private static final String END =
      "{'type':'Flatten'},{'type':'Dense','units':2,'activation':'softmax'}";

  private static Network read(String json) {
    return NetworkJson.read(json.replace('\'', '"'), "net.conf");
  }

  /** The first layer of a network that has nothing else but an ending. */
  private static Operation readLayer(String layer) {
    return read("{'input_shape':[9,9,1],'layers':[" + layer + "," + END + "]}")
        .placedLayers()
        .get(0)
        .spec();
  }

  @Test
  void writesEveryValueInKerasWords() {
    Network network = Sequential.of(
        Shape.of(28, 28, 1),
        Conv2D.of(10, 5, 3).strides(1, 2).padding(Padding.SAME).activation(Activation.RELU),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dropout.of(0.2),
        Dense.of(10).activation(Activation.SOFTMAX));
    assertEquals("""
        {
          "input_shape": [ 28, 28, 1 ],
          "layers": [ {
            "type": "Conv2D",
            "filters": 10,
            "kernel_size": [ 5, 3 ],
            "strides": [ 1, 2 ],
            "padding": "same",
            "activation": "relu"
          }, {
            "type": "MaxPooling2D",
            "pool_size": [ 2, 2 ],
            "strides": [ 2, 2 ],
            "padding": "valid"
          }, {
            "type": "Flatten"
          }, {
            "type": "Dropout",
            "rate": 0.2
          }, {
            "type": "Dense",
            "units": 10,
            "activation": "softmax"
          } ]
        }
        """, NetworkJson.write(network));
  }

  @Test
  void readsBackWhatItWrote() {
    for (int seed = 0; seed < 200; seed++) {
      Network network = new Samples(seed).network();
      assertEquals(network, NetworkJson.read(NetworkJson.write(network), "a network"));
    }
  }

  @Test
  void leftOutValuesHaveKerasDefaults() {
    assertEquals(
        new Conv2D(3, new Window(5, 5, 1, 1, Padding.VALID), Activation.LINEAR),
        readLayer("{'type':'Conv2D','filters':3,'kernel_size':5}"));
    assertEquals(
        new MaxPool2D(new Window(2, 2, 2, 2, Padding.VALID)), readLayer("{'type':'MaxPooling2D'}"));
    assertEquals(
        new MaxPool2D(new Window(3, 2, 3, 2, Padding.VALID)),
        readLayer("{'type':'MaxPooling2D','pool_size':[3,2]}"));
    assertEquals(
        Dense.of(4),
        read("{'input_shape':[2,2,1],'layers':[{'type':'Flatten'},{'type':'Dense','units':4}]}")
            .placedLayers()
            .get(1)
            .spec());
  }

  @Test
  void aSizeMayBeOneNumber() {
    assertEquals(
        new MaxPool2D(new Window(3, 3, 1, 1, Padding.SAME)),
        readLayer("{'type':'MaxPooling2D','pool_size':3,'strides':1,'padding':'same'}"));
  }

  @Test
  void maxPool2DIsMaxPooling2D() {
    assertEquals(MaxPool2D.of(4), readLayer("{'type':'MaxPool2D','pool_size':4}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'Conv3D'} | layers[0].type: one of [Conv2D, MaxPooling2D, MaxPool2D, Flatten, Dense, Dropout] is needed, found \"Conv3D\"",
        "{'filters':3} | layers[0]: the key 'type' is missing; found: filters",
        "{} | layers[0]: the key 'type' is missing; found: no keys",
        "7 | layers[0]: an object {…} is needed, found 7",
        "null | layers[0]: an object {…} is needed, found null",
        "{'type':'Conv2D','kernel_size':3} | layers[0]: the key 'filters' is missing; found: type, kernel_size",
        "{'type':'Conv2D','filters':3,'kernel':3} | layers[0]: unknown key 'kernel'; allowed: type, filters, kernel_size, strides, padding, activation",
        "{'type':'Conv2D','filters':0,'kernel_size':3} | layers[0]: Conv2D: the number of filters must be at least 1, found 0",
        "{'type':'Conv2D','filters':'3','kernel_size':3} | layers[0].filters: a whole number of at most 2147483647 is needed, found \"3\"",
        "{'type':'Conv2D','filters':3.5,'kernel_size':3} | layers[0].filters: a whole number of at most 2147483647 is needed, found 3.5",
        "{'type':'Conv2D','filters':3000000000,'kernel_size':3} | layers[0].filters: a whole number of at most 2147483647 is needed, found 3000000000",
        "{'type':'Conv2D','filters':3,'kernel_size':[3]} | layers[0].kernel_size: a whole number, or a list of two (height, width), is needed, found [3]",
        "{'type':'Conv2D','filters':3,'kernel_size':[3,'x']} | layers[0].kernel_size[1]: a whole number of at most 2147483647 is needed, found \"x\"",
        "{'type':'Conv2D','filters':3,'kernel_size':3,'strides':0} | layers[0]: a window: the vertical stride must be at least 1, found 0",
        "{'type':'Conv2D','filters':3,'kernel_size':3,'padding':'full'} | layers[0].padding: one of [valid, same] is needed, found \"full\"",
        "{'type':'Conv2D','filters':3,'kernel_size':3,'activation':'ReLU'} | layers[0].activation: one of [linear, relu, sigmoid, tanh, softmax] is needed, found \"ReLU\"",
        "{'type':'Conv2D','filters':3,'kernel_size':3,'activation':null} | layers[0].activation: one of [linear, relu, sigmoid, tanh, softmax] is needed, found null",
        "{'type':'Dropout'} | layers[0]: the key 'rate' is missing; found: type",
        "{'type':'Dropout','rate':1} | layers[0]: Dropout: the rate must be at least 0 and less than 1, found 1.0",
        "{'type':'Dropout','rate':1e999} | layers[0].rate: a number is needed",
        "{'type':'Flatten','units':1} | layers[0]: unknown key 'units'; allowed: type",
        "{'type':'Dense','units':3} | layer 1 'dense': Dense needs a flat input of shape (n), found (9, 9, 1): put a Flatten layer before it",
        "{'type':'Conv2D','filters':3,'kernel_size':[10,1]} | layer 1 'conv2d': Conv2D with a 10x1 window and padding 'valid' needs an input of at least (10, 1, 1), found (9, 9, 1)",
      })
  void aBadLayerIsRefusedWithItsPlaceAndWhatIsAllowed(String layer, String message) {
    String found = Refusals.messageOf(InvalidJsonException.class, () -> readLayer(layer));
    assertTrue(found.startsWith("net.conf: " + message), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | an object {…} is needed, found []",
        "{'layers':[]} | the key 'input_shape' is missing; found: layers",
        "{'input_shape':[9,9,1]} | the key 'layers' is missing; found: input_shape",
        "{'input_shape':[9,9,1],'layers':[],'name':'x'} | unknown key 'name'; allowed: input_shape, layers",
        "{'input_shape':[9,9,1],'layers':{}} | layers: a list […] is needed, found {}",
        "{'input_shape':9,'layers':[]} | input_shape: a list […] is needed, found 9",
        "{'input_shape':[9,9],'layers':[]} | a network's input must have the shape (height, width, channels), found (9, 9)",
        "{'input_shape':[9,0,1],'layers':[]} | input_shape: a shape needs one or more dimensions of at least 1, found [9, 0, 1]",
        "{'input_shape':[9,9,1],'layers':[]} | a network must end in a Dense layer",
        "{'input_shape':[9,9,1],'input_shape':[9,9,1]} | not valid JSON at line 1, column ",
        "{'input_shape':[9,9,1],'layers':[]} x | not valid JSON at line 1, column ",
        "{'input_shape':[9,9,1 | not valid JSON at line 1, column ",
        "`` | an object {…} is needed, found nothing",
      })
  void aBadDocumentIsRefusedWithItsPlaceAndWhatIsAllowed(String json, String message) {
    String found = Refusals.messageOf(InvalidJsonException.class, () -> read(json));
    assertTrue(found.startsWith("net.conf: " + message), found);
  }

  @Test
  void veryDeepNestingIsRefused() {
    assertThrows(InvalidJsonException.class, () -> read("[".repeat(100_000)));
  }

  @Test
  void aLongValueIsQuotedInPart() {
    String json = "{'input_shape':'" + "x".repeat(10_000) + "','layers':[]}";
    String message = Refusals.messageOf(InvalidJsonException.class, () -> read(json));
    assertTrue(message.length() < 200, message);
  }
}
