package dev.plenum.app.cli;

import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.host.Host;
import dev.plenum.report.HistoryChart;
import dev.plenum.report.RunHistoryFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code plenum plot}. */
record PlotCommand(Host host) {
  private static final String PNG = ".png";
  private static final String SVG = ".svg";

  /** The command. */
  Command command() {
    return new Command(
            "plot",
            "Draws what several trainings measured, epoch by epoch, in one picture: colour is the"
                + " training, dashed its training images, solid its validation images, black its test.",
            this::run)
        .keys(Keys.METRIC, Keys.OUT)
        .says(
            Keys.OUT,
            "FILE",
            "the picture, a .png or .svg file; must be new (default: the metric's name.png)")
        .arguments(
            "RUN",
            "a training's folder, its run.json or history.csv, or a folder with several in it")
        .examples(
            "plenum plot runs/simple-conv runs/dense",
            "plenum plot runs/committee --metric loss --out members.svg");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    Path file = file(settings);
    List<Path> places =
        arguments.stream().map(name -> ModelFiles.path(host, name)).toList();
    HistoryChart chart = chart(places, settings.get(Keys.METRIC));
    if (file.toString().endsWith(SVG)) {
      chart.writeSvg(file);
    } else {
      chart.writePng(file);
    }
    host.out().println("File: " + host.shown(file));
    return ExitCode.SUCCESS;
  }

  private Path file(Settings settings) {
    String name =
        settings.find(Keys.OUT).map(Path::toString).orElse(settings.get(Keys.METRIC) + PNG);
    Path file = ModelFiles.newFile(host, name);
    if (!name.endsWith(PNG) && !name.endsWith(SVG)) {
      throw settings.refuse(
          Keys.OUT, "'%s' must end in %s or %s".formatted(host.shown(file), PNG, SVG));
    }
    return file;
  }

  private static HistoryChart chart(List<Path> places, String metric) throws IOException {
    try {
      return RunHistoryFiles.chart(places, metric);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
