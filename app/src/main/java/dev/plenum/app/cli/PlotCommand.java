package dev.plenum.app.cli;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.report.HistoryChart;
import dev.plenum.report.RunHistory;
import dev.plenum.report.RunHistoryFiles;
import dev.plenum.report.RunNames;
import dev.plenum.report.RunPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code plenum plot}. */
final class PlotCommand implements Command {
  private static final String PNG = ".png";
  private static final String SVG = ".svg";

  private final Host host;

  PlotCommand(Host host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "plot";
  }

  @Override
  public String description() {
    return "Draws what several trainings measured, epoch by epoch, in one picture: colour is the"
        + " training, dashed its training images, solid its validation images, black its test.";
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.METRIC, Key.OUT, Key.VERBOSE);
  }

  @Override
  public Map<Key, String> descriptions() {
    return Map.of(
        Key.OUT, "the picture, a .png or .svg file; must be new (default: the metric's name.png)");
  }

  @Override
  public Map<Key, String> valueLabels() {
    return Map.of(Key.OUT, "FILE");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "plenum plot runs/simple-conv runs/dense",
        "plenum plot runs/committee --metric loss --out members.svg");
  }

  @Override
  public List<Argument> arguments() {
    return List.of(new Argument(
        "RUN",
        "a training's folder, its run.json or history.csv, or a folder with several in it",
        true));
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Path file = file(settings);
    List<Path> places = RunPlaces.find(
        arguments.stream().map(name -> ModelFiles.path(host, name)).toList());
    if (places.size() > HistoryChart.MOST_RUNS) {
      throw new UsageException(String.format(
          Locale.ROOT,
          "a picture shows %d trainings at most, which is what can be told apart; these are %,d: name fewer",
          HistoryChart.MOST_RUNS,
          places.size()));
    }
    HistoryChart chart = chart(settings, places);
    if (file.toString().endsWith(SVG)) {
      chart.writeSvg(file);
    } else {
      chart.writePng(file);
    }
    host.out().println("File: " + host.shown(file));
    return ExitCode.SUCCESS;
  }

  private Path file(Settings settings) {
    String name = settings.out().map(Path::toString).orElse(settings.metric() + PNG);
    Path file = ModelFiles.newFile(host, name);
    if (!name.endsWith(PNG) && !name.endsWith(SVG)) {
      throw settings.refuse(
          Key.OUT, "'%s' must end in %s or %s".formatted(host.shown(file), PNG, SVG));
    }
    return file;
  }

  private HistoryChart chart(Settings settings, List<Path> places) throws IOException {
    List<String> names = RunNames.of(places);
    List<RunHistory> runs = new ArrayList<>();
    try {
      for (int i = 0; i < places.size(); i++) {
        runs.add(RunHistoryFiles.read(places.get(i), names.get(i), settings.metric()));
      }
      HistoryChart chart = HistoryChart.of(settings.metric(), runs);
      return runs.size() == 1 ? chart.title(names.get(0)) : chart;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
