package dev.plenum.experiment.comparison;

import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.process.ChildProcess;
import dev.plenum.experiment.process.JvmCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Trains cells, each in a JVM of its own: an engine like ND4J chooses its device once per process, and
 * memory and start-up are measured from the beginning.
 *
 * @param workingDirectory where relative paths start, here and there
 * @param main the class whose main method trains one cell, by a {@link CellTraining}
 * @param arguments its command line
 * @param hiddenVariables which environment variables the JVM must not see, so that it computes what its
 *     arguments say
 */
public record JvmCells(
    Path workingDirectory, Class<?> main, Arguments arguments, Predicate<String> hiddenVariables)
    implements CellRunner {

  /** The command line by which a JVM knows its cell. */
  @FunctionalInterface
  public interface Arguments {
    /**
     * {@return the arguments of the main method}
     *
     * @param cell what is to be trained
     * @param folder where its files go
     * @throws IOException if a file that they name cannot be written
     */
    List<String> of(Cell cell, CellFolder folder) throws IOException;
  }

  @Override
  public Optional<CellFailure> run(
      Cell cell, Recipe recipe, CellFolder folder, Consumer<String> output) throws IOException {
    Files.createDirectories(folder.results().toAbsolutePath().getParent());
    ChildProcess.End end =
        ChildProcess.run(builder(folder, arguments.of(cell, folder)), folder.log(), output);
    return end.isSuccess() && Files.exists(folder.results().resolve(CellResult.LAST_FILE))
        ? Optional.empty()
        : Optional.of(new CellFailure(cell, end.reason(), end.lastLines()));
  }

  private ProcessBuilder builder(CellFolder folder, List<String> commandLine) {
    ProcessBuilder builder = new ProcessBuilder(
            JvmCommand.of(main, folder.crashReport(), commandLine))
        .directory(workingDirectory.toFile());
    builder.environment().keySet().removeIf(hiddenVariables);
    return builder;
  }
}
