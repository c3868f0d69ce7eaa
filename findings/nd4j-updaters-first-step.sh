#!/usr/bin/env bash
# The first steps of ND4J's RmsProp and Nadam are not those that were published.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      ND4J 1.0.0-M2.1; learning rate 0.001, first gradients 0.5 and 0.0001, epsilon 1e-7.
Expected:  RMSProp's running mean begins at 0, in Hinton's lecture, Keras and PyTorch; with epsilon beside
           the root, as ND4J has it, the first step is then 0.0045 for both gradients. Nadam corrects both
           moments, as Adam does: the first step is about the rate.
Behaviour: RmsProp's mean begins at epsilon, so that the small gradient makes a tenth of the step. Nadam
           does not correct the second moment: 60 times the rate.
END
nd4j
cat >Main.java <<'END'
import java.util.*;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.*;

class Main {
  public static void main(String[] args) {
    Map<String, IUpdater> updaters = new LinkedHashMap<>();
    updaters.put("RmsProp", new RmsProp(0.001, 0.95, 1e-7));
    updaters.put("Nadam", Nadam.builder().learningRate(0.001).epsilon(1e-7).build());
    updaters.put("Adam", Adam.builder().learningRate(0.001).epsilon(1e-7).build());
    updaters.forEach((name, updater) -> {
      INDArray gradient = Nd4j.create(new float[] {0.5f, 1e-4f}).reshape(1, 2);
      int size = (int) updater.stateSize(2);
      updater.instantiate(Nd4j.zeros(DataType.FLOAT, 1, size), true).applyUpdater(gradient, 0, 0);
      System.out.printf(Locale.ROOT, "%s: %.6f %.6f%n", name, gradient.getFloat(0), gradient.getFloat(1));
    });
  }
}
END
sees runs <<'END'
RmsProp: 0.004472 0.000323
Nadam: 0.060083 0.058242
Adam: 0.001000 0.000969
END
