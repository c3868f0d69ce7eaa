package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalisationDescriptionTest {
  private static final ImageNormalisation NONE = ImageNormalisation.none();

  @Test
  void whatANormalisationSaysOfItselfMakesItAgain() {
    for (ImageNormalisation normalisation : List.of(
        NONE,
        NONE.rescale(0.5),
        NONE.samplewiseCenter(),
        NONE.samplewiseStd(),
        NONE.featurewiseCenter(),
        NONE.featurewiseStd().zca(0.125))) {
      assertEquals(
          normalisation.describe(),
          ImageNormalisation.of(normalisation.describe()).describe());
    }
  }

  @Test
  void aFunctionMustBeKnownByItsName() {
    Map<String, Object> description = NONE.preprocessing(
            "copy",
            (source, target, offset, shape, random) ->
                System.arraycopy(source, 0, target, offset, shape.size()))
        .describe();
    assertRefused(() -> ImageNormalisation.of(description), "function 'copy'", "not known here");
    assertEquals(
        description,
        ImageNormalisation.of(
                description, Map.of("copy", (source, target, offset, shape, random) -> {}))
            .describe());
  }

  @Test
  void unknownParametersAndValuesOfAnotherKindAreRefused() {
    assertRefused(() -> ImageNormalisation.of(Map.of("zoom", 1)), "no parameter 'zoom'");
    assertRefused(
        () -> ImageNormalisation.of(Map.of("zca_whitening", "yes")),
        "'zca_whitening'",
        "Boolean",
        "found yes");
  }
}
