package dev.plenum.experiment.parameter;

import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.metric.MetricNames;
import java.util.List;
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
        .map(reason -> {
          String monitor = parameters
              .find(RecipeParameters.LR_MONITOR)
              .orElse(isReference ? "val_accuracy" : "val_loss");
          List<String> measured = Metrics.monitored(parameters);
          if (!measured.contains(monitor)) {
            throw parameters.refuse(
                RecipeParameters.LR_MONITOR,
                "'%s' is not measured; it must be one of %s"
                    .formatted(monitor, String.join(", ", measured)));
          }
          if (parameters.get(RecipeParameters.VALIDATION) == 0
              && MetricNames.isValidation(monitor)) {
            throw parameters.refuse(
                parameters.isChosen(RecipeParameters.LR_MONITOR)
                    ? RecipeParameters.LR_MONITOR
                    : reason,
                "the learning rate is reduced by what is measured on the validation images (%s), of which none are set aside: choose a validation greater than 0, or the lr-monitor loss or accuracy"
                    .formatted(monitor));
          }
          ReduceLROnPlateau defaults = ReduceLROnPlateau.monitor(monitor);
          return CHANGES.apply(
              isReference ? defaults.patience(3).factor(0.5).minLr(1e-5) : defaults, parameters);
        });
  }
}
