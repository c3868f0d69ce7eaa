package dev.plenum.experiment.ablation;

import dev.plenum.experiment.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What is trained: each recipe from each seed, in each fold on the images outside of it.
 *
 * @param base the recipe that the others are compared with
 * @param variants the others by name, at least one
 * @param folds into how many parts the training images fall, at least 2
 * @param firstSeed the others follow it
 * @param seeds how many, at least 1
 */
public record AblationPlan(
    Recipe base, Map<String, Recipe> variants, int folds, long firstSeed, int seeds) {
  /** What the recipe is called that the others are compared with. */
  public static final String BASE = "base";

  /**
   * Copies the map, keeping its order.
   *
   * @param base the recipe that the others are compared with
   * @param variants the others by name, at least one
   * @param folds into how many parts the training images fall, at least 2
   * @param firstSeed the others follow it
   * @param seeds how many, at least 1
   * @throws IllegalArgumentException if a number is out of range, or no other recipe is there, or one is
   *     called like the base
   */
  public AblationPlan {
    variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    require(!variants.isEmpty(), "there must be a recipe to compare with the base");
    require(!variants.containsKey(BASE), "a recipe cannot be called '" + BASE + "'");
    require(folds >= 2, "there must be at least 2 folds, found " + folds);
    require(seeds >= 1, "there must be at least 1 seed, found " + seeds);
  }

  private static void require(boolean isGood, String problem) {
    if (!isGood) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** {@return all recipes by name, the base first} */
  public Map<String, Recipe> recipes() {
    Map<String, Recipe> all = new LinkedHashMap<>();
    all.put(BASE, base);
    all.putAll(variants);
    return all;
  }

  /** {@return all seeds, ascending} */
  public List<Long> allSeeds() {
    return LongStream.range(firstSeed, firstSeed + seeds).boxed().toList();
  }

  /** {@return how many trainings there are} */
  public int trainings() {
    return (variants.size() + 1) * folds * seeds;
  }

  /**
   * Those of one fold. Recipes take turns, and another one begins with every seed, so that a machine that
   * becomes warmer or busier slows down all of them alike.
   *
   * @param fold from 1
   */
  List<AblationCell> cells(int fold) {
    List<AblationCell> cells = new ArrayList<>();
    List<String> names = new ArrayList<>(recipes().keySet());
    for (long seed : allSeeds()) {
      names.forEach(name -> cells.add(new AblationCell(name, fold, seed)));
      Collections.rotate(names, -1);
    }
    return cells;
  }

  /**
   * One training.
   *
   * @param recipe its recipe's name
   * @param fold the images that it is judged by, from 1
   * @param seed what it is trained from
   */
  public record AblationCell(String recipe, int fold, long seed) {
    /** {@code cutout, fold 2, seed 1}. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s, fold %d, seed %d", recipe, fold, seed);
    }
  }
}
