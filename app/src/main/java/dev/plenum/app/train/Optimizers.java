package dev.plenum.app.train;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.AdamW;
import dev.plenum.api.optimizer.Clipping.Kind;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
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

  private static final Changes<UpdateOptions> OPTIONS = new Changes<UpdateOptions>()
      .with(Keys.CLIP_VALUE, (options, limit) -> clip(options, Kind.VALUE, limit))
      .with(Keys.CLIP_NORM, (options, limit) -> clip(options, Kind.NORM, limit))
      .with(Keys.GLOBAL_CLIP_NORM, (options, limit) -> clip(options, Kind.GLOBAL_NORM, limit))
      .with(Keys.WEIGHT_DECAY, UpdateOptions::weightDecay)
      .with(
          Keys.DECAY_EXCLUDE,
          (options, names) ->
              options.weightDecay(options.weightDecay(), names.toArray(String[]::new)))
      .with(Keys.EMA_MOMENTUM, UpdateOptions::ema);

  private Optimizers() {}

  private static UpdateOptions clip(UpdateOptions options, Kind kind, double limit) {
    if (options.clipping().kind() != Kind.NONE) {
      throw new IllegalArgumentException("gradients can be clipped in one way only");
    }
    return options.clipping(kind, limit);
  }

  /**
   * The optimizer that the settings ask for.
   *
   * @throws UsageException if there is none of that name, it has not all that is set, or a value is
   *     out of range
   */
  public static OptimizerSpec of(Settings settings) {
    OptimizerSpec optimizer = byName(settings);
    return optimizer.options(OPTIONS.apply(optimizer.options(), settings));
  }

  private static OptimizerSpec byName(Settings settings) {
    return switch (settings.get(Keys.OPTIMIZER)) {
      case "adam" -> changed(Adam.defaults(), ADAM, settings);
      case "adamw" -> changed(AdamW.defaults(), ADAM, settings);
      case "rmsprop" -> changed(RMSprop.defaults(), RMSPROP, settings);
      case "sgd" -> changed(Sgd.defaults(), SGD, settings);
      default ->
        throw settings.refuse(
            Keys.OPTIMIZER,
            "there is no optimizer '%s'; there are adam, adamw, rmsprop, sgd"
                .formatted(settings.get(Keys.OPTIMIZER)));
    };
  }

  private static <T extends OptimizerSpec> T changed(
      T defaults, Changes<T> changes, Settings settings) {
    return changes.applyAlone(defaults, settings, Group.OPTIMIZER, Keys.OPTIMIZER, defaults.name());
  }
}
