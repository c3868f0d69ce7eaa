package dev.plenum.benchmarks.pictures;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.report.page.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchmarks/run pictures}. */
@Command(
    name = "pictures",
    sortOptions = false,
    description = "Reads a folder of pictures into memory several times, decoded and scaled on all"
        + " cores as before a training, and measures how many a second.")
public final class PicturesCommand implements Callable<Integer> {
  private final PrintStream out;

  @Parameters(
      paramLabel = "FOLDER",
      description = "class folders of pictures, or an archive of them")
  private Path folder = Path.of("");

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "224",
      description = "the height and width to scale to, in pixels (default: ${DEFAULT-VALUE})")
  private int size;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "how often all are read, after once to warm up; the median is reported"
          + " (default: ${DEFAULT-VALUE})")
  private int rounds;

  /** The command, with this stream for results. */
  public PicturesCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    if (size < 1 || rounds < 1) {
      throw new IllegalArgumentException("--size and --rounds must be at least 1");
    }
    ImageFolder pictures = Datasets.folder(folder).imageSize(size, size);
    int count = count(pictures); // warms up, too
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      count(pictures);
      seconds.add((System.nanoTime() - start) * 1e-9);
    }
    double median = new Sample(seconds).median();
    out.printf(
        "%s pictures in %s s: %s a second%n",
        Figures.count(count),
        Figures.significant(median),
        Figures.count(Math.round(count / median)));
    return ExitCode.OK;
  }

  private static int count(ImageFolder pictures) throws IOException {
    TrainTest loaded = pictures.load();
    return loaded.train().size() + loaded.test().size();
  }
}
