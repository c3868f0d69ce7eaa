package dev.plenum.experiment.parameter;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.AdamW;
import dev.plenum.api.optimizer.Clipping.Kind;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;

/** The optimizers, each with the parameters that it has. */
public final class Optimizers {
  private static final Changes<Adam> ADAM = new Changes<Adam>()
      .with(RecipeParameters.LEARNING_RATE, Adam::learningRate)
      .with(RecipeParameters.BETA_1, Adam::beta1)
      .with(RecipeParameters.BETA_2, Adam::beta2)
      .with(RecipeParameters.EPSILON, Adam::epsilon);

  private static final Changes<RMSprop> RMSPROP = new Changes<RMSprop>()
      .with(RecipeParameters.LEARNING_RATE, RMSprop::learningRate)
      .with(RecipeParameters.RHO, RMSprop::rho)
      .with(RecipeParameters.MOMENTUM, RMSprop::momentum)
      .with(RecipeParameters.EPSILON, RMSprop::epsilon)
      .with(RecipeParameters.CENTERED, RMSprop::centered);

  private static final Changes<Sgd> SGD = new Changes<Sgd>()
      .with(RecipeParameters.LEARNING_RATE, Sgd::learningRate)
      .with(RecipeParameters.MOMENTUM, Sgd::momentum)
      .with(RecipeParameters.NESTEROV, Sgd::nesterov);

  private static final Changes<UpdateOptions> OPTIONS = new Changes<UpdateOptions>()
      .with(RecipeParameters.CLIP_VALUE, (options, limit) -> clip(options, Kind.VALUE, limit))
      .with(RecipeParameters.CLIP_NORM, (options, limit) -> clip(options, Kind.NORM, limit))
      .with(
          RecipeParameters.GLOBAL_CLIP_NORM,
          (options, limit) -> clip(options, Kind.GLOBAL_NORM, limit))
      .with(RecipeParameters.WEIGHT_DECAY, UpdateOptions::weightDecay)
      .with(
          RecipeParameters.DECAY_EXCLUDE,
          (options, names) ->
              options.weightDecay(options.weightDecay(), names.toArray(String[]::new)))
      .with(RecipeParameters.EMA_MOMENTUM, UpdateOptions::ema);

  private Optimizers() {}

  private static UpdateOptions clip(UpdateOptions options, Kind kind, double limit) {
    if (options.clipping().kind() != Kind.NONE) {
      throw new IllegalArgumentException("gradients can be clipped in one way only");
    }
    return options.clipping(kind, limit);
  }

  /**
   * {@return the optimizer that the parameters ask for}
   *
   * @param parameters of which those of {@link Part#OPTIMIZER} and {@link Part#UPDATE} are read
   * @throws RuntimeException that of {@link Parameters#refuse} if there is none of that name, it has not
   *     all that is chosen, or a value is out of range
   */
  public static OptimizerSpec of(Parameters parameters) {
    OptimizerSpec optimizer = byName(parameters);
    return optimizer.options(OPTIONS.apply(optimizer.options(), parameters));
  }

  private static OptimizerSpec byName(Parameters parameters) {
    return switch (parameters.get(RecipeParameters.OPTIMIZER)) {
      case "adam" -> changed(Adam.defaults(), ADAM, parameters);
      case "adamw" -> changed(AdamW.defaults(), ADAM, parameters);
      case "rmsprop" -> changed(RMSprop.defaults(), RMSPROP, parameters);
      case "sgd" -> changed(Sgd.defaults(), SGD, parameters);
      default ->
        throw parameters.refuse(
            RecipeParameters.OPTIMIZER,
            "there is no optimizer '%s'; there are adam, adamw, rmsprop, sgd"
                .formatted(parameters.get(RecipeParameters.OPTIMIZER)));
    };
  }

  private static <T extends OptimizerSpec> T changed(
      T defaults, Changes<T> changes, Parameters parameters) {
    return changes.applyAlone(
        defaults, parameters, Part.OPTIMIZER, RecipeParameters.OPTIMIZER, defaults.name());
  }
}
