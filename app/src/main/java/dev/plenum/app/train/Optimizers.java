package dev.plenum.app.train;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.List;
import java.util.stream.Collectors;

/** The optimizers, each with the settings that it has. */
public final class Optimizers {
  private static final List<Known<?>> KNOWN = List.of(
      new Known<>(
          Adam.defaults(),
          new Changes<Adam>()
              .with(Key.LEARNING_RATE, Double.class, Adam::learningRate)
              .with(Key.BETA_1, Double.class, Adam::beta1)
              .with(Key.BETA_2, Double.class, Adam::beta2)
              .with(Key.EPSILON, Double.class, Adam::epsilon)),
      new Known<>(
          RMSprop.defaults(),
          new Changes<RMSprop>()
              .with(Key.LEARNING_RATE, Double.class, RMSprop::learningRate)
              .with(Key.RHO, Double.class, RMSprop::rho)
              .with(Key.MOMENTUM, Double.class, RMSprop::momentum)
              .with(Key.EPSILON, Double.class, RMSprop::epsilon)
              .with(Key.CENTERED, Boolean.class, RMSprop::centered)),
      new Known<>(
          Sgd.defaults(),
          new Changes<Sgd>()
              .with(Key.LEARNING_RATE, Double.class, Sgd::learningRate)
              .with(Key.MOMENTUM, Double.class, Sgd::momentum)
              .with(Key.NESTEROV, Boolean.class, Sgd::nesterov)));

  private record Known<T extends OptimizerSpec>(T defaults, Changes<T> changes) {
    boolean isCalled(String name) {
      return defaults.name().equals(name);
    }

    OptimizerSpec of(Settings settings) {
      for (Key key : Key.in(Group.OPTIMIZER)) {
        if (settings.isChosen(key) && key != Key.OPTIMIZER && !changes.keys().contains(key)) {
          throw settings.refuse(
              key,
              "%s has no such setting; it has %s"
                  .formatted(
                      defaults.name(),
                      changes.keys().stream().map(Key::key).collect(Collectors.joining(", "))));
        }
      }
      return changes.apply(defaults, settings);
    }
  }

  private Optimizers() {}

  /**
   * The optimizer that the settings ask for.
   *
   * @throws UsageException if there is none of that name, it has not all that is set, or a value is
   *     out of range
   */
  public static OptimizerSpec of(Settings settings) {
    return KNOWN.stream()
        .filter(known -> known.isCalled(settings.optimizer()))
        .findFirst()
        .orElseThrow(() -> unknown(settings))
        .of(settings);
  }

  private static UsageException unknown(Settings settings) {
    return settings.refuse(
        Key.OPTIMIZER,
        "there is no optimizer '%s'; there are %s"
            .formatted(
                settings.optimizer(),
                KNOWN.stream()
                    .map(known -> known.defaults().name())
                    .collect(Collectors.joining(", "))));
  }
}
