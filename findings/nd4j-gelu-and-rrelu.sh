#!/usr/bin/env bash
# ND4J's GELU is not GELU in either form, and its RReLU gives one number for all negative ones.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      ND4J 1.0.0-M2.1; the activations' values at -4, -1, 1 and 2, when predicting.
Expected:  GELU is x Φ(x): -0.0001 -0.1587 0.8413 1.9545. Its form with tanh (Hendrycks and Gimpel, 2016)
           has 0.044715 x³ in it, and differs from that by less than 0.0005 everywhere. RReLU has the mean
           slope 11/48 below 0: -0.9167 -0.2292.
Behaviour: ActivationGELU() is x / (1 + exp(-1.702 x)), up to 0.02 off. ActivationGELU(true) has
           (0.044715 x)³ instead, 0.03 off at 2. ActivationRReLU is +0.2292, the slope itself, below 0.
END
nd4j
cat >Main.java <<'END'
import java.util.*;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.*;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Main {
  public static void main(String[] args) {
    Map<String, IActivation> activations = new LinkedHashMap<>();
    activations.put("GELU", new ActivationGELU());
    activations.put("GELU, precise", new ActivationGELU(true));
    activations.put("RReLU", new ActivationRReLU());
    activations.forEach((name, activation) -> {
      INDArray x = Nd4j.create(new float[] {-4, -1, 1, 2});
      INDArray y = activation.getActivation(x, false);
      System.out.printf(Locale.ROOT, "%s: %.4f %.4f %.4f %.4f%n",
          name, y.getDouble(0), y.getDouble(1), y.getDouble(2), y.getDouble(3));
    });
  }
}
END
sees runs <<'END'
GELU: -0.0044 -0.1542 0.8458 1.9357
GELU, precise: -0.0067 -0.1686 0.8314 1.9211
RReLU: 0.2292 0.2292 1.0000 2.0000
END
