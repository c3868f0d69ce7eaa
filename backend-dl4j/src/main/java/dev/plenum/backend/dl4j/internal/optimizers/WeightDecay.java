package dev.plenum.backend.dl4j.internal.optimizers;

import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.Scaling;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** w ← w − w · weightDecay · lr. */
final class WeightDecay {

  /**
   * Of one array.
   *
   * @param loss s = w · weightDecay · lr
   * @param subtraction w ← w − s
   */
  private record Decay(Scaling loss, Runnable subtraction) {
    static Decay of(INDArray w, INDArray s) {
      return new Decay(new Scaling(w, 1, s), Elementwise.subtract(w, s, w));
    }
  }

  private final double share;
  private final List<Decay> decays = new ArrayList<>();

  WeightDecay(UpdateOptions options, List<TrainedParameter> parameters, OptimizerArrays arrays) {
    share = options.weightDecay();
    for (TrainedParameter parameter : parameters) {
      if (options.decayOf(parameter.name()) > 0) {
        decays.add(Decay.of(parameter.values(), parameter.in(arrays.scratch())));
      }
    }
  }

  void run(double learningRate) {
    for (Decay decay : decays) {
      decay.loss.setFactor(share * learningRate);
      decay.loss.run();
      decay.subtraction.run();
    }
  }
}
