package dev.plenum.app.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Reads damaged files of every kind in turn. Each must be read, or refused with an IOException that
 * names it, in time and with nothing left elsewhere; anything else is a finding, with the number that
 * makes it happen again.
 */
final class Fuzzer {
  private static final int SECONDS_PER_CASE = 20;
  private static final int MOST_FINDINGS = 20;

  private final long seed;
  private final Path folder;
  private final PrintStream out;
  private final List<Target> targets;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();
  private final Worker worker = new Worker();

  private static final class Tally {
    private int read;
    private int refused;
    private double slowest;
  }

  /**
   * Makes everything ready.
   *
   * @param folder empty; everything happens in it
   */
  Fuzzer(long seed, Path folder, PrintStream out) throws IOException {
    this.seed = seed;
    this.folder = folder;
    this.out = out;
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    ModelTarget models = new ModelTarget(scratch);
    ImageTarget images = new ImageTarget();
    this.targets = List.of(
        models,
        new CommitteeTarget(scratch, models),
        new SafetensorsTarget(),
        new IdxTarget(scratch),
        new NumpyTarget(),
        new TableTarget(images),
        new CifarTarget(),
        new MatlabTarget(),
        new ParquetTarget(),
        new ArchiveTarget(images),
        images,
        new ImageFolderTarget(images),
        new PixelFileTarget(images),
        new NetworkTarget(),
        new SearchSpaceTarget(),
        new CheckpointTarget(scratch),
        new KerasModelTarget(),
        new KerasWeightsTarget(),
        new KerasH5Target(),
        new OnnxTarget(),
        new Dl4jTarget());
    Files.delete(scratch);
  }

  /** Runs the cases from {@code first} on; returns whether there was no finding. */
  boolean run(long first, long cases) throws IOException, InterruptedException {
    long started = System.nanoTime();
    for (long number = first; number < first + cases && findings.size() < MOST_FINDINGS; number++) {
      run(number);
    }
    report((System.nanoTime() - started) / 1e9);
    return findings.isEmpty();
  }

  private void run(long number) throws IOException, InterruptedException {
    Target target = targets.get((int) (number % targets.size()));
    Tally tally = tallies.computeIfAbsent(target.name(), name -> new Tally());
    Path place = Files.createDirectories(folder.resolve("case/in/here"));
    double before = worker.seconds();
    try {
      worker.run(() -> target.attempt(place, new Chance(seed, number)), SECONDS_PER_CASE);
      tally.read++;
    } catch (ExecutionException e) {
      tally.refused++;
      judge(number, target, Objects.requireNonNullElse(e.getCause(), e), place);
    } catch (TimeoutException e) {
      find(number, target, "no end after " + SECONDS_PER_CASE + " s", e);
      throw new IOException("a case hangs; the others cannot be run", e);
    }
    tally.slowest = Math.max(tally.slowest, worker.seconds() - before);
    requireNothingElse(number, target);
    delete(folder.resolve("case"));
  }

  private void judge(long number, Target target, Throwable thrown, Path place) {
    if (!(thrown instanceof IOException)) {
      find(number, target, "not an IOException", thrown);
      return;
    }
    String message = String.valueOf(thrown.getMessage());
    boolean names = target instanceof SafetensorsTarget || message.contains(place.toString());
    if (message.isBlank() || message.equals("null") || !names) {
      find(number, target, "a message that does not name the file", thrown);
    } else if (message.contains("Exception") || message.length() > 5000) {
      find(number, target, "a message that is not clear", thrown);
    }
  }

  private void find(long number, Target target, String what, Throwable thrown) {
    findings.add(target.name());
    String text = thrown.toString();
    out.printf(
        Locale.ROOT,
        "case %d (%s): %s: %s%n",
        number,
        target.name(),
        what,
        text.substring(0, Math.min(300, text.length())));
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (element.getClassName().startsWith("dev.plenum")) {
        out.printf("    at %s%n", element);
      }
    }
  }

  /** The folder of the cases, which is also that of temporary files, holds nothing but this case. */
  private void requireNothingElse(long number, Target target) throws IOException {
    for (Path above : List.of(folder, folder.resolve("case"), folder.resolve("case/in"))) {
      try (Stream<Path> files = Files.list(above)) {
        List<Path> found = files.toList();
        if (found.size() != 1) {
          find(number, target, "something was left: " + found, new IOException("in " + above));
          found.forEach(file -> file.toFile().delete());
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void report(double seconds) {
    tallies.forEach((name, tally) -> out.printf(
        Locale.ROOT,
        "%-16s %,8d refused %,8d read, slowest %.2f s of processor%n",
        name,
        tally.refused,
        tally.read,
        tally.slowest));
    int cases =
        tallies.values().stream().mapToInt(tally -> tally.refused + tally.read).sum();
    out.printf(Locale.ROOT, "%,d cases in %.0f s, %d findings%n", cases, seconds, findings.size());
  }
}
