package dev.plenum.experiment.parameter;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CallbackProvider;
import dev.plenum.api.callback.TerminateOnNaN;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.service.NamedSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What steers a training, as the parameters ask for it. */
final class Callbacks {
  private Callbacks() {}

  /**
   * The callbacks, in the order in which they are called.
   *
   * @param optimizer whose learning rate a schedule starts from
   * @throws RuntimeException that of {@link Parameters#refuse} if a value is out of range, or two
   *     contradict each other
   */
  static List<Callback> of(Parameters parameters, OptimizerSpec optimizer) {
    Optional<? extends Callback> plateau = Plateaus.of(parameters);
    Optional<Callback> schedule = Schedules.of(parameters, optimizer);
    if (plateau.isPresent() && schedule.isPresent()) {
      throw parameters.refuse(
          RecipeParameters.SCHEDULE,
          "the learning rate either follows a schedule or is reduced on a plateau (reduce-lr, min-lr and"
              + " the settings that begin with lr-): leave one of them out");
    }
    Stream<Callback> known = Stream.<Optional<? extends Callback>>of(
            plateau,
            schedule,
            Skipping.of(parameters),
            EarlyStops.of(parameters),
            parameters
                .find(RecipeParameters.TERMINATE_ON_NAN)
                .filter(isSet -> isSet)
                .map(isSet -> TerminateOnNaN.instance()))
        .flatMap(Optional::stream);
    return Stream.concat(known, provided(parameters).stream()).toList();
  }

  /** What users' own jars provide and parameters name. */
  private static List<Callback> provided(Parameters parameters) {
    return parameters.make(
        RecipeParameters.CALLBACKS,
        () -> NamedSettings.makeAll(
            parameters.all(RecipeParameters.CALLBACKS),
            CallbackProvider.all(),
            CallbackProvider::name,
            CallbackProvider::make));
  }
}
