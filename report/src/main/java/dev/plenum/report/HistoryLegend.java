package dev.plenum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The legend of a {@link HistoryChart}: which colour is which training, then what the kinds of lines
 * mean.
 *
 * @param lines what is explained
 * @param notes what else there is to know
 */
record HistoryLegend(HistoryLines lines, List<String> notes) {

  List<LegendEntry> entries() {
    List<LegendEntry> entries = new ArrayList<>();
    if (lines.runs().size() > 1) {
      addRuns(entries);
    }
    addKinds(entries);
    lines
        .levels()
        .forEach(level -> entries.add(
            new LegendEntry(level.style(), level.name() + " " + figure(level.value()))));
    addFalls(entries);
    notes.forEach(note -> entries.add(new LegendEntry(LineStyle.dots(Ink.TEXT, Dot.NONE), note)));
    return entries;
  }

  private void addRuns(List<LegendEntry> entries) {
    for (int i = 0; i < lines.runs().size(); i++) {
      LineStyle style = LineStyle.line(lines.ink(i), Dash.SOLID).withDots(lines.dot(i));
      RunHistory run = lines.runs().get(i);
      entries.add(new LegendEntry(style, run.name() + test(run, ", test ")));
    }
  }

  private void addKinds(List<LegendEntry> entries) {
    boolean isOne = lines.runs().size() == 1;
    lines
        .parts()
        .forEach(part ->
            entries.add(new LegendEntry(LineStyle.line(neutral(), part.dash()), part.meaning())));
    if (lines.runs().stream().anyMatch(run -> run.test().isPresent())) {
      String figure = isOne ? test(lines.runs().get(0), " ") : "";
      entries.add(new LegendEntry(LineStyle.level(Ink.STRONG, Dash.SOLID), "test" + figure));
    }
  }

  private void addFalls(List<LegendEntry> entries) {
    List<RateCuts> cuts = lines.runs().stream()
        .map(run -> RateCuts.of(run.history()))
        .filter(cut -> !cut.epochs().isEmpty())
        .toList();
    if (!cuts.isEmpty()) {
      entries.add(new LegendEntry(LineStyle.dots(neutral(), Dot.FALL), RateCuts.describe(cuts)));
    }
  }

  /** The colour of what is said of all trainings. */
  private Ink neutral() {
    return lines.runs().size() == 1 ? lines.ink(0) : Ink.TEXT;
  }

  private static String test(RunHistory run, String before) {
    return run.test().isPresent() ? before + figure(run.test().getAsDouble()) : "";
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
