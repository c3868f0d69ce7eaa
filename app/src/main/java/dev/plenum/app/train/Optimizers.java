package dev.plenum.app.train;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;

/** The optimizers, each with the settings that it has. */
public final class Optimizers {
  private static final Changes<Adam> ADAM = new Changes<Adam>()
      .with(Keys.LEARNING_RATE, Adam::learningRate)
      .with(Keys.BETA_1, Adam::beta1)
      .with(Keys.BETA_2, Adam::beta2)
      .with(Keys.EPSILON, Adam::epsilon);

  private static final Changes<RMSprop> RMSPROP = new Changes<RMSprop>()
      .with(Keys.LEARNING_RATE, RMSprop::learningRate)
      .with(Keys.RHO, RMSprop::rho)
      .with(Keys.MOMENTUM, RMSprop::momentum)
      .with(Keys.EPSILON, RMSprop::epsilon)
      .with(Keys.CENTERED, RMSprop::centered);

  private static final Changes<Sgd> SGD = new Changes<Sgd>()
      .with(Keys.LEARNING_RATE, Sgd::learningRate)
      .with(Keys.MOMENTUM, Sgd::momentum)
      .with(Keys.NESTEROV, Sgd::nesterov);

  private Optimizers() {}

  /**
   * The optimizer that the settings ask for.
   *
   * @throws UsageException if there is none of that name, it has not all that is set, or a value is
   *     out of range
   */
  public static OptimizerSpec of(Settings settings) {
    return switch (settings.get(Keys.OPTIMIZER)) {
      case "adam" -> changed(Adam.defaults(), ADAM, settings);
      case "rmsprop" -> changed(RMSprop.defaults(), RMSPROP, settings);
      case "sgd" -> changed(Sgd.defaults(), SGD, settings);
      default ->
        throw settings.refuse(
            Keys.OPTIMIZER,
            "there is no optimizer '%s'; there are adam, rmsprop, sgd"
                .formatted(settings.get(Keys.OPTIMIZER)));
    };
  }

  private static <T extends OptimizerSpec> T changed(
      T defaults, Changes<T> changes, Settings settings) {
    return changes.applyAlone(defaults, settings, Group.OPTIMIZER, Keys.OPTIMIZER, defaults.name());
  }
}
