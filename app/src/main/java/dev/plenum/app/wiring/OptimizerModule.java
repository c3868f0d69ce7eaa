package dev.plenum.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.app.train.Recipe;
import java.util.List;

/** Binds the optimizer that was asked for, at its learning rate, and the recipe that it is part of. */
final class OptimizerModule extends AbstractModule {
  private static final List<OptimizerSpec> KNOWN =
      List.of(Adam.defaults(), RMSprop.defaults(), Sgd.defaults());

  @Provides
  @Singleton
  OptimizerSpec optimizer(Settings settings) {
    OptimizerSpec optimizer = KNOWN.stream()
        .filter(known -> known.name().equals(settings.optimizer()))
        .findFirst()
        .orElseThrow(() -> unknown(settings));
    return settings.learningRate().isPresent()
        ? optimizer.learningRate(settings.learningRate().getAsDouble())
        : optimizer;
  }

  @Provides
  Recipe recipe(Settings settings, NetworkSource network, OptimizerSpec optimizer) {
    return Recipe.of(settings, network, optimizer);
  }

  private static RuntimeException unknown(Settings settings) {
    List<String> names = KNOWN.stream().map(OptimizerSpec::name).toList();
    return settings.refuse(
        Key.OPTIMIZER,
        "there is no optimizer '%s'; there are %s"
            .formatted(settings.optimizer(), String.join(", ", names)));
  }
}
