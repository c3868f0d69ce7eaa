package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/**
 * Deeplearning4j's updaters where their formula is Keras's. It has no classical momentum, and its RMSprop
 * begins its mean of squares at epsilon instead of 0 and adds epsilon outside the root.
 */
final class NnUpdaters {
  private NnUpdaters() {}

  /**
   * The updater of an optimizer, whose state has the optimizer's slots in their order.
   *
   * @param memory where it takes what it needs besides
   */
  static IUpdater of(OptimizerSpec spec, GivenStep step, NativeMemory memory) {
    if (spec instanceof Adam adam) {
      return org.nd4j.linalg.learning.config.Adam.builder()
          .learningRateSchedule(step)
          .beta1(adam.beta1())
          .beta2(adam.beta2())
          .epsilon(adam.epsilon())
          .build();
    } else if (spec instanceof Sgd sgd && sgd.momentum() == 0) {
      return org.nd4j.linalg.learning.config.Sgd.builder()
          .learningRateSchedule(step)
          .build();
    } else if (spec instanceof Sgd sgd && sgd.nesterov()) {
      return Nesterovs.builder()
          .learningRateSchedule(step)
          .momentum(sgd.momentum())
          .build();
    }
    return new KerasUpdater(spec, step, memory);
  }
}
