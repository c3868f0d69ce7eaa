package dev.plenum.experiment.parameter;

import dev.plenum.api.callback.ReduceLROnPlateau;
import java.util.Optional;

/** The parameters of the reduction of the learning rate on a plateau. */
final class Plateaus {
  private static final Changes<ReduceLROnPlateau> CHANGES = new Changes<ReduceLROnPlateau>()
      .with(RecipeParameters.LR_PATIENCE, ReduceLROnPlateau::patience)
      .with(RecipeParameters.LR_FACTOR, ReduceLROnPlateau::factor)
      .with(RecipeParameters.LR_MIN_DELTA, ReduceLROnPlateau::minDelta)
      .with(RecipeParameters.LR_COOLDOWN, ReduceLROnPlateau::cooldown)
      .with(RecipeParameters.MIN_LR, ReduceLROnPlateau::minLr);

  private Plateaus() {}

  /**
   * What the parameters ask for, if they do.
   *
   * @throws RuntimeException that of {@link Parameters#refuse} if a value is out of range, or what is
   *     monitored is not measured
   */
  static Optional<ReduceLROnPlateau> of(Parameters parameters) {
    boolean isReference = parameters.has(RecipeParameters.REDUCE_LR);
    return CHANGES
        .reason(parameters, RecipeParameters.REDUCE_LR, RecipeParameters.LR_MONITOR)
        .map(reason -> monitored(parameters, reason, isReference))
        .map(ReduceLROnPlateau::monitor)
        .map(defaults -> CHANGES.apply(
            isReference ? defaults.patience(3).factor(0.5).minLr(1e-5) : defaults, parameters));
  }

  private static String monitored(Parameters parameters, Parameter<?> reason, boolean isReference) {
    Parameter<String> monitor = RecipeParameters.LR_MONITOR;
    Optional<String> chosen = parameters
        .find(monitor)
        .or(() -> isReference ? Optional.of("val_accuracy") : Optional.empty());
    return parameters.make(
        parameters.isChosen(monitor) ? monitor : reason,
        () -> Metrics.monitored(parameters, chosen, monitor.name()));
  }
}
