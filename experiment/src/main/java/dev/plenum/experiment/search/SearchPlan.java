package dev.plenum.experiment.search;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search tries, and for how long.
 *
 * <p>With one rung this is random search (Bergstra and Bengio, 2012); with several, successive halving
 * (Jamieson and Talwalkar, 2016): all trials are trained for the epochs of the first rung, the best of them
 * for those of the second, and so on.
 *
 * @param parameters what each trial has of its own, by name
 * @param trials how many there are, at least 1
 * @param rungs the epochs that a trial has been trained for when it is judged, ascending, at least one
 * @param eta of so many trials one goes on to the next rung, at least 2
 * @param repeats how often the winner is trained again, at least 2
 */
public record SearchPlan(
    Map<String, Range> parameters, int trials, List<Integer> rungs, int eta, int repeats) {
  private static final int REPEATS = 5;
  private static final int ETA = 3;

  /**
   * Copies the collections.
   *
   * @param parameters what each trial has of its own, by name
   * @param trials how many there are, at least 1
   * @param rungs the epochs that a trial has been trained for when it is judged, ascending, at least one
   * @param eta of so many trials one goes on to the next rung, at least 2
   * @param repeats how often the winner is trained again, at least 2
   * @throws IllegalArgumentException if a number is out of range
   */
  public SearchPlan {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    rungs = List.copyOf(rungs);
    require(!parameters.isEmpty(), "there must be at least one parameter to search");
    require(trials >= 1, "there must be at least 1 trial, found " + trials);
    require(eta >= 2, "at most every second trial can go on to the next rung, found 1 of " + eta);
    require(repeats >= 2, "the winner must be trained again at least 2 times, found " + repeats);
    require(
        !rungs.isEmpty() && rungs.get(0) >= 1 && isAscending(rungs),
        "rungs are numbers of epochs, each greater than the one before it, found " + rungs);
  }

  /**
   * {@return a plan of so many trials for so many epochs each; the winner is trained five times more}
   *
   * @param parameters what each trial has of its own, by name
   * @param trials how many there are, at least 1
   * @param epochs for which each is trained, at least 1
   */
  public static SearchPlan random(Map<String, Range> parameters, int trials, int epochs) {
    return new SearchPlan(parameters, trials, List.of(epochs), ETA, REPEATS);
  }

  private static boolean isAscending(List<Integer> rungs) {
    for (int i = 1; i < rungs.size(); i++) {
      if (rungs.get(i) <= rungs.get(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean isGood, String problem) {
    if (!isGood) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** {@return the epochs of the last rung, for which the winner is trained} */
  public int epochs() {
    return rungs.get(rungs.size() - 1);
  }

  /**
   * {@return how many of so many trials go on to the next rung}
   *
   * @param trained how many are trained for this one
   */
  public int kept(int trained) {
    return Math.max(1, trained / eta);
  }

  /**
   * {@return the values of a trial, by the parameters' names} Each is a function of the seed, the trial's
   * number and the parameter's name: more trials, or other parameters beside it, change none.
   *
   * @param seed the search's
   * @param trial from 1
   */
  public Map<String, String> values(Seed seed, int trial) {
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach((name, range) -> values.put(name, range.draw(random(seed, trial, name))));
    return Collections.unmodifiableMap(values);
  }

  /**
   * {@return the seeds with which the winner is trained again; the trials' is none of them}
   *
   * @param seed the search's, with which the trials are trained
   */
  public List<Long> freshSeeds(Seed seed) {
    CounterRandom random = CounterRandom.of(Purpose.SEARCH, seed, 0);
    List<Long> fresh = new ArrayList<>();
    for (int i = 0; fresh.size() < repeats; i++) {
      long next = random.below(i, Integer.MAX_VALUE);
      if (next != seed.value() && !fresh.contains(next)) {
        fresh.add(next);
      }
    }
    return fresh;
  }

  private static CounterRandom random(Seed seed, int trial, String name) {
    CounterRandom random = CounterRandom.of(Purpose.SEARCH, seed, trial);
    for (int i = 0; i < name.length(); i++) {
      random = random.at(name.charAt(i));
    }
    return random;
  }
}
