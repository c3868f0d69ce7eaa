package dev.plenum.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.config.Settings;
import dev.plenum.app.train.Optimizers;
import dev.plenum.app.train.Recipes;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;

/** Binds the optimizer that was asked for, and the recipe that it is part of. */
final class OptimizerModule extends AbstractModule {
  @Provides
  @Singleton
  OptimizerSpec optimizer(Settings settings) {
    return Optimizers.of(settings);
  }

  @Provides
  Recipe recipe(Settings settings, NetworkSource network, OptimizerSpec optimizer) {
    return Recipes.of(settings, network, optimizer);
  }
}
