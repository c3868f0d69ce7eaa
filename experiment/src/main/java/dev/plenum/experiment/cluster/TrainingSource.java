package dev.plenum.experiment.cluster;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.TrainingRun.Pictures;
import java.io.IOException;
import java.io.Serializable;

/**
 * What a training is made of, told so that another JVM can make it again: recipes themselves do not
 * travel, since they hold what users wrote. A lambda will do, if its class is on that JVM's class path:
 *
 * <pre>{@code
 * TrainingSource source = () -> Recipe.of(BuiltInNetwork.SIMPLE_CONV).epochs(5);
 * }</pre>
 */
@FunctionalInterface
public interface TrainingSource extends Serializable {

  /**
   * {@return how the network is trained; the same wherever it is asked for}
   *
   * @throws IOException if a file that it needs cannot be read
   */
  Recipe recipe() throws IOException;

  /**
   * {@return the images of the training, of a whole dataset; all of them unless this is overridden}
   *
   * @param whole the dataset, as this JVM has it
   */
  default TrainingData data(TrainTest whole) {
    return TrainingData.of(whole);
  }

  /**
   * {@return what computes; pure Java unless this is overridden}
   *
   * @throws dev.plenum.api.BackendUnavailableException if it is not available in this JVM
   */
  default Backend backend() {
    return Backends.get("purejava");
  }

  /** {@return what else is left of the training, such as charts; nothing unless this is overridden} */
  default Pictures pictures() {
    return Pictures.NONE;
  }
}
