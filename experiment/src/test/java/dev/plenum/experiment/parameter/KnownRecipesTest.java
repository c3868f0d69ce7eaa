package dev.plenum.experiment.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.NetworkSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownRecipesTest {

  @Test
  void eachIsARecipeOfABuiltInNetworkForMnist() {
    for (String name : KnownRecipes.names()) {
      Map<String, String> settings = new HashMap<>(KnownRecipes.named(name).orElseThrow());
      assertEquals("mnist", settings.remove("dataset"), name);
      NetworkSource network =
          BuiltInNetwork.named(String.valueOf(settings.remove("network"))).orElseThrow();
      String members = settings.remove("members");
      String kinds = settings.remove("kinds");
      assertEquals(
          name.startsWith("committee") ? 1 : 0,
          Stream.of(Optional.ofNullable(members), Optional.ofNullable(kinds))
              .flatMap(Optional::stream)
              .count(),
          name);
      if (kinds != null) {
        Kind.COUNTS
            .read(kinds, Path.of(""))
            .keySet()
            .forEach(kind -> assertTrue(BuiltInNetwork.named(kind).isPresent(), kind));
      }
      NamedRecipe.of(NamedParameters.of(settings), network); // refuses what cannot be
      assertTrue(network.network(Shape.of(28, 28, 1), 10).parameterCount() > 0, name);
    }
  }

  @Test
  void aNameSaysTheAccuracyThatTheRecipeIsForAndItsFileHowManyNetworksThereAre() {
    assertEquals(0.99, KnownRecipes.target("speedrun-99"));
    assertEquals(0.995, KnownRecipes.target("speedrun-99.5"));
    assertEquals(0.9975, KnownRecipes.target("committee-99.75"));
    assertEquals(0.998, KnownRecipes.target("committee-99.8"));
    assertEquals(
        List.of(1, 1, 6, 9),
        KnownRecipes.names().stream().map(KnownRecipes::networks).toList());
    assertEquals(
        List.of(10, 10, 1, 1),
        KnownRecipes.names().stream().map(KnownRecipes::seeds).toList());
  }

  @Test
  void thereIsNoneOfAnotherName() {
    assertEquals(Optional.empty(), KnownRecipes.named("speedrun-100"));
    assertEquals(Optional.empty(), KnownRecipes.named("../recipe/speedrun-99"));
  }
}
