package dev.plenum.experiment.parameter;

import dev.plenum.api.callback.SkipEasy;
import java.util.Optional;

/** The parameters of leaving easy images out. */
final class Skipping {
  private static final Changes<SkipEasy> CHANGES =
      new Changes<SkipEasy>().with(RecipeParameters.SKIP_EASY_UNTIL, SkipEasy::until);

  private Skipping() {}

  /**
   * What the parameters ask for, if they do.
   *
   * @throws RuntimeException that of {@link Parameters#refuse} if a value is out of range, or has no
   *     effect
   */
  static Optional<SkipEasy> of(Parameters parameters) {
    Optional<Double> share = parameters.find(RecipeParameters.SKIP_EASY);
    if (share.isEmpty() && parameters.isChosen(RecipeParameters.SKIP_EASY_UNTIL)) {
      throw parameters.refuse(
          RecipeParameters.SKIP_EASY_UNTIL,
          "it has no effect without skip-easy: set that too, or leave it out");
    }
    return parameters
        .make(RecipeParameters.SKIP_EASY, () -> share.map(SkipEasy::share))
        .map(skipping -> CHANGES.apply(skipping, parameters));
  }
}
