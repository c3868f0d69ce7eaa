package dev.plenum.experiment.run;

import dev.plenum.experiment.RunRefusedException;
import dev.plenum.persistence.IoReason;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder of a run. It is claimed before anything else is done, and no other process gets it as
 * long as it is open. It remembers what the run was started with, so that it can be resumed.
 *
 * <p>When a run ends early with nothing to resume from, what was made here goes away; else its owner is
 * notified. So it is also when the process is interrupted: trainings save and end first.
 */
public final class RunFolder implements AutoCloseable {
  private static final Logger LOG = System.getLogger(RunFolder.class.getName());

  private final OutputFolder folder;
  private final FolderLock lock;
  private final RunConfiguration configuration;
  private final boolean isNew;
  private final Consumer<RunFolder> unfinished;
  private final Interruption interruption = new Interruption();
  private final Thread atExit = new Thread(this::interrupt, "plenum-interruption");
  private boolean isFinished;
  private boolean isClosed;

  private RunFolder(
      OutputFolder folder,
      FolderLock lock,
      RunConfiguration configuration,
      boolean isNew,
      Consumer<RunFolder> unfinished) {
    this.folder = folder;
    this.lock = lock;
    this.configuration = configuration;
    this.isNew = isNew;
    this.unfinished = unfinished;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Makes a new folder, or takes an empty one.
   *
   * @param path the folder; is made if need be, and its parents too
   * @param configuration what the run is started with
   * @param unfinished is notified when the run ends early, if it can be resumed
   * @return the run's folder, to be closed
   * @throws RunRefusedException if the folder holds something, or cannot be written to
   */
  public static RunFolder claim(
      Path path, RunConfiguration configuration, Consumer<RunFolder> unfinished) {
    try {
      OutputFolder.requireEmpty(path);
      OutputFolder folder = OutputFolder.create(path);
      try {
        return begin(folder, configuration, unfinished);
      } catch (IOException e) {
        folder.remove();
        throw e;
      }
    } catch (IOException e) {
      throw new RunRefusedException(
          "the output folder %s cannot be written to: %s".formatted(path, IoReason.of(e)));
    }
  }

  private static RunFolder begin(
      OutputFolder folder, RunConfiguration configuration, Consumer<RunFolder> unfinished)
      throws IOException {
    FolderLock lock = FolderLock.take(folder.path());
    try {
      configuration.write(folder.path());
      return new RunFolder(folder, lock, configuration, true, unfinished);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Resumes the run in a folder, or makes a new one where there is none.
   *
   * @param path the folder; is made where there is none, and its parents too
   * @param program the name of the program that embeds Plenum; a run of another one is refused
   * @return the run's folder, to be closed
   * @throws RunRefusedException as {@link #claim} and {@link #resume}
   */
  public static RunFolder open(Path path, String program) {
    return Files.exists(path.resolve(RunConfiguration.FILE))
        ? resume(path, program, run -> {})
        : claim(path, RunConfiguration.of(program), run -> {});
  }

  /**
   * Resumes the run in a folder.
   *
   * @param path the folder that holds the run
   * @param command what resumes it: {@code train}
   * @param unfinished is notified when the run ends early again, if it can be resumed
   * @return the run's folder, to be closed
   * @throws RunRefusedException if the folder holds no run of this command, or another process is at
   *     work in it
   */
  public static RunFolder resume(Path path, String command, Consumer<RunFolder> unfinished) {
    RunConfiguration configuration = RunConfiguration.read(path);
    if (!configuration.command().equals(command)) {
      throw new RunRefusedException(
          "%s holds a run of another command: only %s can resume it, not %s"
              .formatted(path, configuration.command(), command));
    }
    try {
      FolderLock lock = FolderLock.take(path);
      return new RunFolder(OutputFolder.existing(path), lock, configuration, false, unfinished);
    } catch (IOException e) {
      throw new RunRefusedException(
          "the run in %s cannot be resumed: %s".formatted(path, IoReason.of(e)));
    }
  }

  /** {@return the folder} */
  public Path path() {
    return folder.path();
  }

  /** {@return what the run was started with in the first place} */
  public RunConfiguration configuration() {
    return configuration;
  }

  /** {@return how the run was started in the first place} */
  public Invocation invocation() {
    return configuration.invocation();
  }

  /**
   * Begins or resumes with these images and networks. A new run notes them; one that is resumed must
   * have been started with the same.
   *
   * @param inputs what the run is to begin or go on with
   * @param isSamePlace whether the images are where they were at the start, which is asked of a run of
   *     an early version only: it did not note their digest
   * @throws RunRefusedException if it was started with others; nothing has been changed then
   * @throws IOException if they cannot be read or written
   */
  public void begin(RunInputs inputs, boolean isSamePlace) throws IOException {
    Optional<RunInputs> recorded = RunInputs.read(path());
    if (recorded.isPresent()) {
      recorded.get().differenceTo(inputs).ifPresent(difference -> {
        throw new RunRefusedException(
            "the run in %s cannot be resumed: %s".formatted(path(), difference));
      });
    } else if (isNew || !folder.holdsWork()) {
      inputs.write(path());
    } else if (!isSamePlace) {
      throw new RunRefusedException(
          "the run in %s was started by an earlier version, which did not note the digest of its images: it can only be resumed with these at the place where they were"
              .formatted(path()));
    }
  }

  /**
   * {@return whether a file that is written at the very end is there}
   *
   * @param name the file's, within the folder
   */
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
      unfinished.accept(this);
    }
    try {
      lock.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "{0}: {1}", path(), e.toString());
    }
    if (!holdsWork && !isFinished && isNew) {
      folder.remove();
    }
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
