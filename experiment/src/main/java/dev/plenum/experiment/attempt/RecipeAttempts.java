package dev.plenum.experiment.attempt;

import dev.plenum.experiment.parameter.KnownRecipes;
import dev.plenum.experiment.process.ChildProcess;
import dev.plenum.experiment.process.JvmCommand;
import dev.plenum.experiment.run.RunConfiguration;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainedCommittee;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Runs a recipe from several seeds, each in a JVM of its own: the time of a run is then what a user waits for
 * who starts it once, and each leaves the folder that it leaves there.
 *
 * @param recipe one of {@link KnownRecipes#names}
 * @param count how often it is run, at least 1
 * @param seed the first; a committee's members take several each
 * @param options of the command that runs it, by the settings' names; {@code true} stands for a flag
 * @param changes those of them that make it another recipe
 * @param workingDirectory where relative paths start, here and there
 * @param main the class whose main method is the command line
 * @param hiddenVariables which environment variables the JVM must not see, since the options say it all
 */
public record RecipeAttempts(
    String recipe,
    int count,
    long seed,
    Map<String, String> options,
    Map<String, String> changes,
    Path workingDirectory,
    Class<?> main,
    Predicate<String> hiddenVariables) {
  private static final String MEMBERS = "members";
  private static final String SECONDS = "seconds";

  /**
   * Runs those that are missing, and resumes one that was cut short.
   *
   * @param run gets a folder for each, {@code runs/seed-N}, and beside it what was printed
   * @param begins is told the seed of each
   * @param prints is told each line that it prints
   * @param ends is told what came out
   * @return what came out of all, in the order of their seeds
   * @throws IOException if one fails; the message has its reason
   */
  public Attempts run(
      RunFolder run, LongConsumer begins, Consumer<String> prints, Consumer<Attempt> ends)
      throws IOException {
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long first = seed + (long) i * networks();
      Path folder = run.path().resolve("runs").resolve("seed-" + first);
      begins.accept(first);
      if (!Files.exists(folder.resolve(result()))) {
        train(first, folder, prints);
      }
      attempts.add(read(first, folder));
      ends.accept(attempts.get(i));
    }
    return new Attempts(recipe, KnownRecipes.target(recipe), changes, attempts, run.invocation());
  }

  private int networks() {
    return Optional.ofNullable(options.get(MEMBERS))
        .map(Integer::valueOf)
        .orElse(KnownRecipes.networks(recipe));
  }

  private boolean isCommittee() {
    return KnownRecipes.networks(recipe) > 1;
  }

  /** What a run writes last. */
  private String result() {
    return isCommittee() ? TrainedCommittee.RECORD : StoredRun.RECORD;
  }

  private void train(long first, Path folder, Consumer<String> output) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    boolean isResumed = Files.exists(folder.resolve(RunConfiguration.FILE));
    ProcessBuilder builder = new ProcessBuilder(JvmCommand.of(
            main,
            beside(folder, "-crash.log"),
            isResumed ? resumption(folder) : arguments(first, folder)))
        .directory(workingDirectory.toFile());
    builder.environment().keySet().removeIf(hiddenVariables);
    long start = System.nanoTime();
    ChildProcess.End end = ChildProcess.run(builder, beside(folder, ".log"), output);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!end.isSuccess()) {
      throw new IOException("the run from seed %s failed: %s".formatted(first, end.reason()));
    }
    if (!isResumed) {
      AtomicFiles.write(time(folder), JsonObject.empty().with(SECONDS, seconds).toString());
    }
  }

  private String command() {
    return isCommittee() ? "committee" : "train";
  }

  private List<String> arguments(long first, Path folder) {
    List<String> arguments = new ArrayList<>(List.of(command(), "--recipe=" + recipe));
    options.forEach((name, value) -> arguments.add(option(name, value)));
    arguments.add("--seed=" + first);
    arguments.add("--out=" + fromWorkingDirectory(folder));
    return arguments;
  }

  /** It has its settings; what changes no result can be another now. */
  private List<String> resumption(Path folder) {
    List<String> arguments =
        new ArrayList<>(List.of(command(), "--resume=" + fromWorkingDirectory(folder)));
    options.forEach((name, value) -> {
      if (!changes.containsKey(name)) {
        arguments.add(option(name, value));
      }
    });
    return arguments;
  }

  /** So that a run's record, which has its command, names no other folders of the machine than it must. */
  private Path fromWorkingDirectory(Path folder) {
    Path from = workingDirectory.toAbsolutePath();
    Path absolute = folder.toAbsolutePath();
    return absolute.startsWith(from) ? from.relativize(absolute) : absolute;
  }

  private static String option(String name, String value) {
    return "--" + name + (value.equals("true") ? "" : "=" + value);
  }

  private Attempt read(long first, Path folder) throws IOException {
    OptionalDouble seconds = Files.exists(time(folder))
        ? OptionalDouble.of(JsonValue.read(time(folder)).required(SECONDS).doubleValue())
        : OptionalDouble.empty();
    if (!isCommittee()) {
      RunRecord network = RunRecord.read(folder.resolve(StoredRun.RECORD));
      return new Attempt(folder, first, network.outcome().test(), List.of(network), seconds);
    }
    JsonValue committee = JsonValue.read(folder.resolve(TrainedCommittee.RECORD));
    List<RunRecord> members = new ArrayList<>();
    for (JsonValue member : committee.required(MEMBERS).elements()) {
      members.add(RunRecord.read(folder.resolve(member.required("record").text())));
    }
    JsonValue test = committee.required("test");
    return new Attempt(
        folder,
        first,
        new TestResult(
            test.required("loss").doubleValue(),
            test.required("accuracy").doubleValue(),
            test.required("misclassified").intValue()),
        members,
        seconds);
  }

  private static Path time(Path folder) {
    return beside(folder, ".json");
  }

  private static Path beside(Path folder, String ending) {
    return folder.resolveSibling(folder.getFileName() + ending);
  }
}
