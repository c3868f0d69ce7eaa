package dev.plenum.tck;

import static dev.plenum.api.network.Activation.LINEAR;
import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;
import static dev.plenum.api.network.Padding.VALID;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The networks that forward results and gradients are compared on, oddly sized: here those of the oldest
 * kinds of layer, and all others by what they are about.
 */
final class NetworkTable {
  private NetworkTable() {}

  static List<NetworkCase> all() {
    List<NetworkCase> all = new ArrayList<>();
    all.addAll(kernels());
    all.addAll(strides());
    all.addAll(channels());
    all.addAll(pools());
    all.addAll(activations());
    all.addAll(dense());
    all.addAll(stacks());
    all.addAll(LayerTable.all());
    all.addAll(FunctionTable.all());
    all.addAll(GraphTable.all());
    return all;
  }

  /** Square kernels of 1 … 7 and rectangular ones, also larger than the image. */
  private static List<NetworkCase> kernels() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Padding padding : Padding.values()) {
      for (int k = 1; k <= 7; k++) {
        cases.add(
            convolution(Conv2D.of(3, k).padding(padding), Shape.of(9, 7, k % 2 == 0 ? 3 : 1)));
      }
      cases.add(convolution(Conv2D.of(2, 1, 3).padding(padding), Shape.of(5, 6, 1)));
      cases.add(convolution(Conv2D.of(2, 5, 2).padding(padding), Shape.of(8, 5, 3)));
      cases.add(convolution(Conv2D.of(2, 3, 1).padding(padding), Shape.of(3, 11, 1)));
    }
    cases.add(convolution(Conv2D.of(3, 7).padding(SAME), Shape.of(4, 3, 2)));
    cases.add(convolution(Conv2D.of(3, 6, 7).padding(SAME), Shape.of(2, 1, 2)));
    cases.add(convolution(Conv2D.of(3, 3).padding(SAME), Shape.of(1, 1, 3)));
    return cases;
  }

  private static List<NetworkCase> strides() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Padding padding : Padding.values()) {
      for (int[] strides : new int[][] {{2, 2}, {3, 3}, {1, 2}, {3, 1}, {2, 3}}) {
        Conv2D conv = Conv2D.of(3, 3).strides(strides[0], strides[1]).padding(padding);
        cases.add(convolution(conv, Shape.of(8, 9, 2)));
      }
      cases.add(convolution(Conv2D.of(2, 4).strides(2).padding(padding), Shape.of(7, 10, 1)));
      cases.add(convolution(Conv2D.of(2, 5, 3).strides(3, 2).padding(padding), Shape.of(11, 6, 3)));
      cases.add(convolution(Conv2D.of(2, 1).strides(2).padding(padding), Shape.of(5, 5, 3)));
      cases.add(convolution(Conv2D.of(2, 2).strides(3).padding(padding), Shape.of(8, 7, 1)));
    }
    return cases;
  }

  private static NetworkCase convolution(Conv2D conv, Shape input) {
    Window window = conv.window();
    String name = String.format(
        Locale.ROOT,
        "%dx%d kernel, strides %d and %d, %s, image %s",
        window.height(),
        window.width(),
        window.strideY(),
        window.strideX(),
        window.padding(),
        input);
    return NetworkCase.of(name, input, conv.activation(RELU));
  }

  /** Numbers of channels around and beyond the widths of vector registers. */
  private static List<NetworkCase> channels() {
    List<NetworkCase> cases = new ArrayList<>();
    for (int filters : new int[] {1, 10, 16, 33, 64}) {
      for (int channels : new int[] {1, 3, 5}) {
        Conv2D conv = Conv2D.of(filters, 3).padding(SAME).activation(RELU);
        cases.add(NetworkCase.of(
            channels + " channels in, " + filters + " out", Shape.of(5, 4, channels), conv));
      }
    }
    cases.add(NetworkCase.of(
        "33 channels in, 35 out",
        Shape.of(4, 5, 1),
        Conv2D.of(33, 1).activation(RELU),
        Conv2D.of(35, 2).activation(RELU)));
    cases.add(NetworkCase.of(
        "64 channels in, 1 out",
        Shape.of(4, 4, 1),
        Conv2D.of(64, 3).padding(SAME).activation(TANH),
        Conv2D.of(1, 3).padding(SAME).activation(TANH)));
    for (int k : new int[] {3, 5}) {
      cases.add(NetworkCase.of(
          String.format(Locale.ROOT, "17 and 18 channels under kernels of %dx%d, odd sizes", k, k),
          Shape.of(7, 5, 2),
          Conv2D.of(17, 3).padding(SAME).activation(TANH),
          Conv2D.of(18, k).padding(SAME).activation(TANH),
          Conv2D.of(3, k).padding(SAME).activation(TANH)));
      cases.add(NetworkCase.of(
          String.format(Locale.ROOT, "17 and 18 channels under kernels of %dx%d and a pool", k, k),
          Shape.of(9, 7, 2),
          Conv2D.of(17, 3).padding(SAME).activation(TANH),
          Conv2D.of(18, k).padding(SAME).activation(RELU),
          MaxPool2D.of(2),
          Conv2D.of(3, 2)));
      cases.add(NetworkCase.of(
          String.format(Locale.ROOT, "17 channels of high images under kernels of %dx%d", k, k),
          Shape.of(23, 5, 1),
          Conv2D.of(17, 3).padding(SAME).activation(TANH),
          Conv2D.of(4, k).padding(SAME).activation(TANH)));
    }
    return cases;
  }

  private static List<NetworkCase> pools() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Padding padding : Padding.values()) {
      cases.add(pool(new Window(2, 2, 2, 2, padding), Shape.of(7, 9, 3)));
      cases.add(pool(new Window(2, 2, 1, 1, padding), Shape.of(5, 6, 1)));
      cases.add(pool(new Window(3, 3, 2, 2, padding), Shape.of(8, 7, 3)));
      cases.add(pool(new Window(2, 2, 3, 3, padding), Shape.of(8, 7, 1)));
      cases.add(pool(new Window(3, 2, 2, 3, padding), Shape.of(9, 8, 2)));
      cases.add(pool(new Window(1, 4, 1, 2, padding), Shape.of(4, 9, 1)));
      cases.add(pool(new Window(4, 4, 4, 4, padding), Shape.of(4, 5, 1)));
    }
    cases.add(pool(new Window(5, 5, 2, 2, SAME), Shape.of(3, 2, 2)));
    return cases;
  }

  /** Behind a linear convolution, so that all values of a window may be negative. */
  private static NetworkCase pool(Window window, Shape input) {
    String name = String.format(
        Locale.ROOT,
        "%dx%d pool, strides %d and %d, %s, image %s",
        window.height(),
        window.width(),
        window.strideY(),
        window.strideX(),
        window.padding(),
        input);
    return NetworkCase.of(name, input, Conv2D.of(5, 1), new MaxPool2D(window));
  }

  private static List<NetworkCase> activations() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Activation activation : List.of(LINEAR, RELU, SIGMOID, TANH)) {
      cases.add(NetworkCase.of(
          activation + " everywhere",
          Shape.of(5, 5, 2),
          Conv2D.of(4, 3).activation(activation),
          MaxPool2D.of(2),
          Flatten.instance(),
          Dense.of(7).activation(activation)));
    }
    return cases;
  }

  private static List<NetworkCase> dense() {
    List<NetworkCase> cases = new ArrayList<>();
    for (int units : new int[] {1, 10, 65, 300}) {
      cases.add(NetworkCase.of(
          "a hidden layer of " + units + " units",
          Shape.of(3, 5, 1),
          Flatten.instance(),
          Dense.of(units).activation(RELU)));
    }
    for (int classes : new int[] {1, 2, 10, 65}) {
      Network network = Sequential.of(
          Shape.of(4, 3, 3), Flatten.instance(), Dense.of(classes).activation(SOFTMAX));
      cases.add(new NetworkCase(classes + " classes and nothing else", network));
    }
    Network linear = Sequential.of(
        Shape.of(4, 4, 1), Flatten.instance(), Dense.of(5).activation(TANH), Dense.of(3));
    cases.add(new NetworkCase("a linear last layer", linear));
    return cases;
  }

  private static List<NetworkCase> stacks() {
    return List.of(
        NetworkCase.of(
            "two convolutions, pool, dense with dropout",
            Shape.of(9, 9, 1),
            Conv2D.of(5, 5).padding(SAME).activation(RELU),
            Conv2D.of(5, 5).padding(SAME).activation(RELU),
            MaxPool2D.of(2),
            Flatten.instance(),
            Dense.of(16).activation(RELU),
            Dropout.of(0.2)),
        NetworkCase.of(
            "four convolutions, two pools, dropout after each",
            Shape.of(8, 8, 1),
            Conv2D.of(4, 3).padding(SAME).activation(RELU),
            Conv2D.of(6, 5).padding(SAME).activation(RELU),
            MaxPool2D.of(2),
            Dropout.of(0.25),
            Conv2D.of(6, 3).padding(SAME).activation(RELU),
            Conv2D.of(4, 3).padding(SAME).activation(RELU),
            MaxPool2D.of(2),
            Dropout.of(0.25),
            Flatten.instance(),
            Dense.of(9).activation(RELU),
            Dropout.of(0.5)),
        NetworkCase.of(
            "a pool first, then a strided convolution",
            Shape.of(9, 11, 3),
            MaxPool2D.of(2).strides(1),
            Conv2D.of(4, 3).strides(2).padding(VALID).activation(TANH),
            Dropout.of(0.4),
            MaxPool2D.of(2)),
        NetworkCase.of(
            "dropout of the image, twice",
            Shape.of(5, 5, 3),
            Dropout.of(0.3),
            Dropout.of(0.1),
            Conv2D.of(3, 2)),
        NetworkCase.of(
            "dropout with rate 0 and linear layers in a row",
            Shape.of(3, 3, 2),
            Flatten.instance(),
            Dropout.of(0),
            Dense.of(6),
            Dense.of(5)));
  }
}
