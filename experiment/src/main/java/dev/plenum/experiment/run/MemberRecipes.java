package dev.plenum.experiment.run;

import dev.plenum.api.metric.Metric;
import dev.plenum.ensemble.Combination;
import dev.plenum.experiment.Recipe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the members of a committee are trained: one kind after the other, the first member from the first
 * kind's seed, each next one from the next seed.
 *
 * @param kinds at least one; all of the same window, normalisation and metrics, since they are asked about
 *     the same values and measured together
 */
public record MemberRecipes(List<Kind> kinds) {

  /**
   * Members that differ by their seeds only.
   *
   * @param name what users call it
   * @param recipe how they are trained, but for the seed
   * @param count how many, at least 1
   */
  public record Kind(String name, Recipe recipe, int count) {
    /**
     * Checks the number.
     *
     * @param name what users call it
     * @param recipe how they are trained, but for the seed
     * @param count how many, at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public Kind {
      if (count < 1) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT, "there must be at least 1 member of '%s', found %d", name, count));
      }
    }
  }

  /**
   * Checks that the kinds fit each other.
   *
   * @param kinds at least one; all of the same window, normalisation and metrics, since they are asked about
   *     the same values and measured together
   * @throws IllegalArgumentException if there are none, two have one name, or they cannot form a committee
   */
  public MemberRecipes {
    kinds = List.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("a committee needs members of at least one kind");
    }
    Set<String> names = new HashSet<>();
    kinds.forEach(kind -> {
      if (!names.add(kind.name())) {
        throw new IllegalArgumentException("two kinds are called '%s'".formatted(kind.name()));
      }
    });
    requireSame("window", kinds, kind -> kind.recipe().window());
    requireSame(
        "normalisation", kinds, kind -> kind.recipe().normalisation().map(n -> n.describe()));
    requireSame(
        "pixel values",
        kinds,
        kind -> kind.recipe()
            .network()
            .preprocessing()
            .map(usual -> List.of(usual.rescale(), usual.offset(), usual.normalisation())));
    requireSame(
        "metrics",
        kinds,
        kind -> kind.recipe().metrics().stream().map(Metric::name).toList());
  }

  private static void requireSame(String what, List<Kind> kinds, Function<Kind, Object> property) {
    Kind first = kinds.get(0);
    for (Kind other : kinds) {
      if (!property.apply(other).equals(property.apply(first))) {
        throw new IllegalArgumentException(
            "members of one committee must have the same %s, but '%s' and '%s' have not"
                .formatted(what, first.name(), other.name()));
      }
    }
  }

  /**
   * {@return so many members of one kind, called like its network}
   *
   * @param recipe how they are trained; its seed is the first member's
   * @param count how many, at least 1
   */
  public static MemberRecipes of(Recipe recipe, int count) {
    return new MemberRecipes(List.of(new Kind(recipe.network().displayName(), recipe, count)));
  }

  /**
   * {@return so many members of each kind, by name}
   *
   * @param counts how many members of each kind, at least 1; the kinds come in its order
   * @param recipes the recipe of a kind
   */
  public static MemberRecipes of(Map<String, Integer> counts, Function<String, Recipe> recipes) {
    List<Kind> kinds = new ArrayList<>();
    counts.forEach((name, count) -> kinds.add(new Kind(name, recipes.apply(name), count)));
    return new MemberRecipes(kinds);
  }

  /**
   * Checks, before anything is trained, that the committee can do without members that fail.
   *
   * @param least how many must be trained
   * @param combination how they decide together
   * @throws IllegalArgumentException if these are not all, and the combination has a weight for each
   */
  public void requireAtLeast(int least, Combination combination) {
    if (least < count() && !combination.weights().isEmpty()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a weighted average needs all of the %d members, one for each weight, and cannot do with %d: leave it out, or choose another combination",
          count(),
          least));
    }
  }

  /** {@return the recipe of each member, in their order, all with different seeds} */
  public List<Recipe> all() {
    long seed = kinds.get(0).recipe().seed();
    List<Recipe> all = new ArrayList<>();
    for (Kind kind : kinds) {
      for (int i = 0; i < kind.count(); i++) {
        all.add(kind.recipe().seed(seed + all.size()));
      }
    }
    return all;
  }

  /** {@return how many members there are} */
  public int count() {
    return kinds.stream().mapToInt(Kind::count).sum();
  }

  /** {@return the recipe of each kind} */
  public List<Recipe> recipes() {
    return kinds.stream().map(Kind::recipe).toList();
  }

  /** {@return what is measured beside loss and accuracy} */
  public List<Metric> metrics() {
    return kinds.get(0).recipe().metrics();
  }

  /** {@return the names of the kinds, with plus signs between} */
  public String name() {
    return kinds.stream().map(Kind::name).collect(Collectors.joining("+"));
  }

  /** What the member of this seed is, if there are several kinds. */
  Optional<String> kindOf(long seed) {
    List<String> names = new ArrayList<>();
    kinds.forEach(kind -> {
      for (int i = 0; i < kind.count(); i++) {
        names.add(kind.name());
      }
    });
    long member = seed - kinds.get(0).recipe().seed();
    return kinds.size() > 1 ? Optional.of(names.get((int) member)) : Optional.empty();
  }
}
