package dev.plenum.app.train;

import dev.plenum.app.Host;
import dev.plenum.app.IoReason;
import dev.plenum.app.config.EarlierSettings;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.RunConfiguration;
import dev.plenum.app.config.UsageException;
import dev.plenum.app.inputs.RunInputs;
import dev.plenum.app.text.ShellWords;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The folder of a run. It is claimed before anything else is done, and no other process gets it as
 * long as it is open. It remembers what the run was started with, so that a later start can go on.
 *
 * <p>A run that ends early says how to go on; when there is nothing to go on with yet, what was made
 * here goes away. So it is also when the process is interrupted: trainings save and end first.
 */
public final class RunFolder implements AutoCloseable {
  private final Host host;
  private final OutputFolder folder;
  private final ConfigurationFile file;
  private final RunConfiguration configuration;
  private final boolean isNew;
  private final Interruption interruption = new Interruption();
  private final Thread atExit = new Thread(this::interrupt, "plenum-interruption");
  private boolean isFinished;
  private boolean isClosed;

  private RunFolder(
      Host host,
      OutputFolder folder,
      ConfigurationFile file,
      RunConfiguration configuration,
      boolean isNew) {
    this.host = host;
    this.folder = folder;
    this.file = file;
    this.configuration = configuration;
    this.isNew = isNew;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Makes a new folder, or takes an empty one.
   *
   * @param configuration what the run is started with
   * @throws UsageException if the folder holds something, or cannot be written to; nothing has been
   *     changed then
   */
  public static RunFolder claim(Host host, Path path, RunConfiguration configuration) {
    String hint = "or go on with the run that it holds by %s %s"
        .formatted(Key.RESUME.option(), ShellWords.quote(host.shown(path).toString()));
    try {
      OutputFolder.requireEmpty(path, hint);
      OutputFolder folder = OutputFolder.create(path);
      try {
        ConfigurationFile file = ConfigurationFile.create(path, configuration);
        return new RunFolder(host, folder, file, configuration, true);
      } catch (IOException e) {
        folder.remove();
        throw e;
      }
    } catch (IOException e) {
      throw new UsageException(
          "the output folder %s cannot be written to: %s".formatted(path, IoReason.of(e)));
    }
  }

  /**
   * Goes on with the run in a folder.
   *
   * @param command the command that goes on: {@code train}
   * @throws UsageException if the folder holds no run of this command, or another process is at work
   *     in it
   */
  public static RunFolder resume(Host host, Path path, String command) {
    try {
      ConfigurationFile file = ConfigurationFile.open(path);
      RunConfiguration configuration = file.read();
      if (!configuration.command().equals(command)) {
        file.close();
        throw new UsageException("%s holds a run of another command; to go on with it: %s"
            .formatted(path, goOn(host, path, configuration)));
      }
      return new RunFolder(host, OutputFolder.existing(path), file, configuration, false);
    } catch (IOException e) {
      throw new UsageException(
          "the run in %s cannot be gone on with: %s".formatted(path, IoReason.of(e)));
    }
  }

  /** The folder. */
  public Path path() {
    return folder.path();
  }

  /** How the run was started in the first place. */
  public Invocation invocation() {
    return configuration.invocation();
  }

  /** All settings as they were resolved then. */
  EarlierSettings settings() {
    return configuration.settings();
  }

  /**
   * Begins or goes on with these images and networks. A new run notes them; one that is gone on with
   * must have been started with the same.
   *
   * @param dataset where the images are, as the settings name it
   * @throws UsageException if it was started with others; nothing has been changed then
   * @throws IOException if they cannot be read or written
   */
  public void begin(RunInputs inputs, String dataset) throws IOException {
    Optional<RunInputs> recorded = RunInputs.read(path());
    if (recorded.isPresent()) {
      recorded.get().differenceTo(inputs).ifPresent(difference -> {
        throw new UsageException(
            "the run in %s cannot be gone on with: %s".formatted(host.shown(path()), difference));
      });
    } else if (isNew || !folder.holdsWork()) {
      inputs.write(path());
    } else {
      requirePlaceOfTheStart(dataset);
    }
  }

  /** A run of an earlier version does not say which images it had. */
  private void requirePlaceOfTheStart(String dataset) {
    String start = settings().values().get(Key.DATASET);
    if (!dataset.equals(start)) {
      throw new UsageException(
          "the run in %s was started by an earlier version, which did not note the digest of its images: it can only be gone on with at their place, '%s'"
              .formatted(host.shown(path()), start));
    }
  }

  /** Whether a file that is written at the very end is there. */
  public boolean has(String name) {
    return Files.exists(path().resolve(name));
  }

  /** The run has come to its end. */
  public synchronized void finish() {
    isFinished = true;
  }

  Interruption interruption() {
    return interruption;
  }

  private void interrupt() {
    try {
      interruption.endTrainings();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leave();
  }

  private synchronized void leave() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    boolean holdsWork = folder.holdsWork();
    if (holdsWork && !isFinished) {
      host.err()
          .println("What was done so far is kept. To go on: " + goOn(host, path(), configuration));
    }
    try {
      file.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(RunFolder.class).debug("{}: {}", path(), e.toString());
    }
    if (!holdsWork && !isFinished && isNew) {
      folder.remove();
    }
  }

  private static String goOn(Host host, Path path, RunConfiguration configuration) {
    return "plenum %s %s %s"
        .formatted(
            configuration.command(),
            Key.RESUME.option(),
            ShellWords.quote(host.shown(path).toString()));
  }

  /** Ends the run. A second call does nothing. */
  @Override
  public void close() {
    leave();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook runs, and finds nothing left to do.
      return;
    }
  }
}
