package dev.plenum.experiment.parameter;

import dev.plenum.api.callback.EarlyStopping;
import java.util.Optional;

/** The parameters of early stopping. */
final class EarlyStops {
  private static final Changes<EarlyStopping> CHANGES = new Changes<EarlyStopping>()
      .with(RecipeParameters.STOP_PATIENCE, EarlyStopping::patience)
      .with(RecipeParameters.STOP_MIN_DELTA, EarlyStopping::minDelta)
      .with(RecipeParameters.STOP_BASELINE, EarlyStopping::baseline)
      .with(RecipeParameters.STOP_FROM_EPOCH, EarlyStopping::startFromEpoch)
      .with(RecipeParameters.RESTORE_BEST, EarlyStopping::restoreBestWeights);

  private EarlyStops() {}

  /**
   * What the parameters ask for, if they do.
   *
   * @throws RuntimeException that of {@link Parameters#refuse} if a value is out of range, or what is
   *     monitored is not measured
   */
  static Optional<EarlyStopping> of(Parameters parameters) {
    return CHANGES
        .reason(parameters, RecipeParameters.EARLY_STOPPING, RecipeParameters.STOP_MONITOR)
        .map(reason -> monitored(parameters, reason))
        .map(metric -> CHANGES.apply(EarlyStopping.monitor(metric), parameters));
  }

  private static String monitored(Parameters parameters, Parameter<?> reason) {
    Parameter<String> monitor = RecipeParameters.STOP_MONITOR;
    return parameters.make(
        parameters.isChosen(monitor) ? monitor : reason,
        () -> Metrics.monitored(parameters, parameters.find(monitor), monitor.name()));
  }
}
