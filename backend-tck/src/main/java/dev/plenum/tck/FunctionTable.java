package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;

/** Networks with each activation, in layers and as layers. */
final class FunctionTable {
  /** So that inputs of activations reach from where they are flat on one side to the other. */
  private static final Rescaling WIDE = new Rescaling(8, -1);

  private FunctionTable() {}

  static List<NetworkCase> all() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      if (activation != SOFTMAX) {
        cases.add(inLayers(activation));
        cases.add(asLayer(activation.layer()));
      }
    }
    for (ElementwiseSpec layer : layers()) {
      cases.add(asLayer(layer));
    }
    Network softmax =
        Sequential.of(Shape.of(3, 4, 1), Flatten.instance(), Dense.of(4), SOFTMAX.layer());
    cases.add(new NetworkCase("softmax as a layer", softmax));
    return cases;
  }

  private static List<ElementwiseSpec> layers() {
    ReLU relu = ReLU.instance();
    return List.of(
        relu,
        relu.maxValue(6),
        relu.negativeSlope(0.25),
        relu.threshold(0.5),
        relu.maxValue(2).negativeSlope(0.1).threshold(1),
        LeakyReLU.defaults(),
        new LeakyReLU(0.01),
        new LeakyReLU(0),
        ELU.defaults(),
        new ELU(0.3),
        new ELU(2));
  }

  private static NetworkCase inLayers(Activation activation) {
    return NetworkCase.of(
        activation + " in layers",
        Shape.of(6, 5, 2),
        WIDE,
        Conv2D.of(4, 2).activation(activation),
        DepthwiseConv2D.of(2).activation(activation),
        SeparableConv2D.of(3, 2).activation(activation),
        Flatten.instance(),
        Dense.of(7).activation(activation));
  }

  /** Of images and of vectors. */
  private static NetworkCase asLayer(ElementwiseSpec layer) {
    return NetworkCase.of(
        layer + " as a layer",
        Shape.of(4, 5, 1),
        WIDE,
        Conv2D.of(3, 2),
        layer,
        Flatten.instance(),
        Dense.of(6),
        layer);
  }
}
