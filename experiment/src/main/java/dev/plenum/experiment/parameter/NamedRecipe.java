package dev.plenum.experiment.parameter;

import dev.plenum.api.Callback;
import dev.plenum.api.Loss;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.data.TransformProvider;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.service.NamedSettings;
import dev.plenum.augmentation.TransformSequence;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A recipe whose parts are chosen by name.
 *
 * <pre>{@code
 * Recipe recipe = NamedRecipe.of(
 *     NamedParameters.of(Map.of("optimizer", "sgd", "learning-rate", "0.05", "rotation", "15")),
 *     BuiltInNetwork.SIMPLE_CONV);
 * }</pre>
 */
public final class NamedRecipe {
  private NamedRecipe() {}

  /**
   * {@return what the parameters ask for}
   *
   * @param parameters choose everything but the network; what they do not choose has its default
   * @param network what is trained
   * @throws RuntimeException that of {@link Parameters#refuse} if they contradict each other, or a value
   *     is out of range
   */
  public static Recipe of(Parameters parameters, NetworkSource network) {
    return of(parameters, network, Optimizers.of(parameters));
  }

  /**
   * {@return the same with an optimizer that is there already}
   *
   * @param parameters choose the rest; those of {@link Part#OPTIMIZER} and {@link Part#UPDATE} have no effect
   * @param network what is trained
   * @param optimizer how it learns; a schedule starts from its learning rate
   */
  public static Recipe of(Parameters parameters, NetworkSource network, OptimizerSpec optimizer) {
    Recipe recipe = Recipe.of(network)
        .optimizer(optimizer)
        .loss(new Loss(parameters.find(RecipeParameters.LABEL_SMOOTHING).orElse(0.0)))
        .metrics(Metrics.of(parameters).toArray(Metric[]::new))
        .callbacks(Callbacks.of(parameters, optimizer).toArray(Callback[]::new))
        .epochs(parameters.get(RecipeParameters.EPOCHS))
        .batchSize(parameters.get(RecipeParameters.BATCH_SIZE))
        .seed(parameters.get(RecipeParameters.SEED));
    recipe = parameters
        .find(RecipeParameters.CLASS_WEIGHTS)
        .map(recipe::imageWeights)
        .orElse(recipe);
    recipe = transform(parameters).map(recipe::augmentation).orElse(recipe);
    recipe = mixup(parameters).map(recipe::mixup).orElse(recipe);
    recipe = recipe.plainEpochs(plainEpochs(parameters, recipe));
    recipe = parameters.find(RecipeParameters.WINDOW).map(recipe::window).orElse(recipe);
    return Normalisations.of(parameters).map(recipe::normalisation).orElse(recipe);
  }

  private static Optional<Mixup> mixup(Parameters parameters) {
    return parameters.make(
        RecipeParameters.MIXUP, () -> parameters.find(RecipeParameters.MIXUP).map(Mixup::new));
  }

  private static int plainEpochs(Parameters parameters, Recipe recipe) {
    int epochs = parameters.find(RecipeParameters.PLAIN_EPOCHS).orElse(0);
    boolean isChanged = recipe.augmentation().isPresent() || recipe.mixup().isPresent();
    if (epochs > 0 && (!isChanged || epochs >= recipe.epochs())) {
      throw parameters.refuse(
          RecipeParameters.PLAIN_EPOCHS,
          "it has no effect unless images are changed at random in earlier epochs: set an augmentation"
              + " and more epochs, or leave it out");
    }
    return epochs;
  }

  private static Optional<ImageTransform> transform(Parameters parameters) {
    List<ImageTransform> all = Stream.concat(
            Augmentations.of(parameters).stream(), provided(parameters).stream())
        .toList();
    return all.size() > 1
        ? Optional.of(new TransformSequence(all))
        : all.stream().findFirst();
  }

  /** What users' own jars provide and parameters name. */
  private static List<ImageTransform> provided(Parameters parameters) {
    return parameters.make(
        RecipeParameters.TRANSFORM,
        () -> NamedSettings.makeAll(
            parameters.all(RecipeParameters.TRANSFORM),
            TransformProvider.all(),
            TransformProvider::name,
            TransformProvider::make));
  }
}
