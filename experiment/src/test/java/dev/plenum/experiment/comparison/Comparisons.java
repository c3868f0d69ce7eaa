package dev.plenum.experiment.comparison;

import dev.plenum.persistence.RunRecord.Invocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Comparisons that look like real ones. */
public final class Comparisons {
  private static final List<String> BACKENDS = List.of("purejava", "dl4j");

  private Comparisons() {}

  /** Two backends that are equally good, of which the first is twice as fast. */
  public static Comparison alike(int seeds, int epochs, String... networks) {
    return of(seeds, epochs, List.of(networks), range(0, 20), range(2, 22), "same", Map.of());
  }

  /** Two backends of which the second makes 60 mistakes more. */
  public static Comparison different() {
    return of(3, 3, List.of("dense"), range(0, 20), range(0, 80), "same", Map.of());
  }

  /** Two backends of which the second makes 60 mistakes more, but from the last of three seeds only. */
  public static Comparison differentFromOneSeed() {
    return of(
        3,
        3,
        List.of("dense"),
        range(0, 20),
        seed -> range(0, seed == 3 ? 80 : 20),
        "same",
        Map.of());
  }

  /** Two backends of which the second does not repeat itself. */
  public static Comparison unsteady() {
    return of(2, 2, List.of("dense"), range(0, 20), range(0, 20), "other", Map.of());
  }

  /** Two backends, all of whose trainings were measured by another metric, with this value. */
  public static Comparison measuredBy(String metric, double value) {
    return of(2, 2, List.of("dense"), range(0, 20), range(0, 20), "same", Map.of(metric, value));
  }

  private static Comparison of(
      int seeds,
      int epochs,
      List<String> networks,
      List<Integer> firstWrong,
      List<Integer> secondWrong,
      String repeatOfSecond,
      Map<String, Double> others) {
    return of(seeds, epochs, networks, firstWrong, seed -> secondWrong, repeatOfSecond, others);
  }

  private static Comparison of(
      int seeds,
      int epochs,
      List<String> networks,
      List<Integer> firstWrong,
      LongFunction<List<Integer>> secondWrong,
      String repeatOfSecond,
      Map<String, Double> others) {
    Plan plan = new Plan(BACKENDS, Map.of(), networks, epochs, 1, seeds);
    List<CellResult> results = new ArrayList<>();
    for (Cell cell : plan.cells()) {
      boolean isFirst = cell.backend().equals(BACKENDS.get(0));
      double seconds = (isFirst ? 1 : 2) + 0.01 * cell.seed();
      results.add(Cells.result(
          cell,
          isFirst ? firstWrong : secondWrong.apply(cell.seed()),
          IntStream.range(0, cell.isRepeat() ? 1 : epochs)
              .mapToObj(i -> seconds)
              .toList(),
          cell.isRepeat() && !isFirst ? repeatOfSecond : "same",
          others));
    }
    return new Comparison(plan, results, List.of(), Map.of("purejava", 215_000L), invocation());
  }

  /** One with what failed, and what it is called. */
  public static Comparison broken(String command) {
    Comparison whole = alike(2, 2, "dense");
    Cell failed = new Cell("dl4j", "dense", 2, 2, false);
    List<CellResult> results =
        whole.results().stream().filter(result -> !result.cell().equals(failed)).toList();
    CellFailure failure = new CellFailure(
        failed, "its JVM was ended by signal 9", List.of("Epoch 1/2", "<b>last</b> | words"));
    return new Comparison(
        new Plan(BACKENDS, Map.of("dl4j-cuda", "there is no card"), List.of("dense"), 2, 1, 2),
        results,
        List.of(failure),
        whole.jarBytes(),
        new Invocation(command, "1.0", Instant.EPOCH));
  }

  /** One in which nothing worked. */
  public static Comparison empty() {
    Plan plan = Plan.of(List.of("dl4j"), List.of("dense"), 2).seeds(1);
    List<CellFailure> failures = plan.cells().stream()
        .map(cell -> new CellFailure(cell, "it crashed", List.of()))
        .toList();
    return new Comparison(plan, List.of(), failures, Map.of(), invocation());
  }

  private static Invocation invocation() {
    return new Invocation("plenum compare", "1.0", Instant.EPOCH);
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
