package dev.plenum.app.train;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.CallbackProvider;
import dev.plenum.api.callback.TerminateOnNaN;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.service.NamedSettings;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What steers a training, as the settings ask for it. */
final class Callbacks {
  private Callbacks() {}

  /**
   * The callbacks, in the order in which they are called.
   *
   * @param optimizer whose learning rate a schedule starts from
   * @throws UsageException if a value is out of range, or two contradict each other
   */
  static List<Callback> of(Settings settings, OptimizerSpec optimizer) {
    Optional<? extends Callback> plateau = Plateaus.of(settings);
    Optional<Callback> schedule = Schedules.of(settings, optimizer);
    if (plateau.isPresent() && schedule.isPresent()) {
      throw settings.refuse(
          Keys.SCHEDULE,
          "the learning rate either follows a schedule or is reduced on a plateau (reduce-lr, min-lr and"
              + " the settings that begin with lr-): leave one of them out");
    }
    Stream<Callback> known = Stream.<Optional<? extends Callback>>of(
            plateau,
            schedule,
            EarlyStops.of(settings),
            settings
                .find(Keys.TERMINATE_ON_NAN)
                .filter(isSet -> isSet)
                .map(isSet -> TerminateOnNaN.instance()))
        .flatMap(Optional::stream);
    return Stream.concat(known, provided(settings).stream()).toList();
  }

  /** What users' own jars provide and settings name. */
  private static List<Callback> provided(Settings settings) {
    return settings.make(
        Keys.CALLBACKS,
        () -> NamedSettings.makeAll(
            settings.all(Keys.CALLBACKS),
            CallbackProvider.all(),
            CallbackProvider::name,
            CallbackProvider::make));
  }
}
