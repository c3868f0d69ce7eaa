package dev.plenum.persistence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be anything, and the complaints about it.
 *
 * @param path where it lies
 * @param name what messages call it
 * @param noun what it should hold, for messages: {@code model}
 * @param command what writes such files, for messages: {@code plenum train}
 */
public record InputFile(Path path, String name, String noun, String command) {
  /** How much room there must be: copies on the way, and none of the JVM's can be used to the last byte. */
  private static final int COPIES = 4;

  /**
   * Checks that it is a file, and may be read.
   *
   * @throws NoSuchFileException if there is no such file
   * @throws InvalidModelFileException if it is a folder or a device
   * @throws AccessDeniedException if it may not be read
   */
  public void requireReadable() throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(name, null, "there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new InvalidModelFileException(
          "%s is not a file but a folder or a device; give the path of a %s file"
              .formatted(name, noun),
          null);
    }
    if (!Files.isReadable(path)) {
      throw new AccessDeniedException(name, null, "no permission to read it");
    }
  }

  /**
   * Checks that it is not of another format that is known.
   *
   * @param format the one that it should be of
   * @throws ForeignFileException if it is; the message says of which
   * @throws IOException if it cannot be read
   */
  public void requireNoOther(ForeignFormat format) throws IOException {
    Optional<ForeignFormat> found = ForeignFormat.of(path);
    if (found.isPresent() && found.get() != format) {
      throw foreign(found.get());
    }
  }

  /**
   * Checks, before anything large is allocated, that there is room for it.
   *
   * @param what what takes it, for the message: {@code tensors}
   * @param bytes the size of it; four times as much memory must be available
   * @throws InvalidModelFileException if there is not; the message says how to start Java with more
   */
  public void requireMemory(String what, long bytes) throws InvalidModelFileException {
    long available = Runtime.getRuntime().maxMemory();
    if (bytes > available / COPIES) {
      throw refused(
          String.format(
              Locale.ROOT,
              "its %s take %d MB, but this Java machine may use no more than %d MB, and reading them needs %d MB",
              what,
              bytes >> 20,
              available >> 20,
              (COPIES * bytes) >> 20),
          String.format(
              Locale.ROOT,
              "Start it with more memory: java -Xmx%dm",
              ((COPIES + 1) * bytes) >> 20));
    }
  }

  /**
   * {@return the complaint that something in it is wrong}
   *
   * @param problem what it is, without a full stop: {@code its entry 'labels.json' is missing}
   * @param cause the exception that it follows from, null if there is none
   */
  public InvalidModelFileException damaged(String problem, @Nullable Throwable cause) {
    String remedy = "The file is damaged: get it again, or train the %s anew".formatted(noun);
    return new InvalidModelFileException(message(problem, remedy), cause);
  }

  /**
   * {@return the complaint that it is something else}
   *
   * @param problem what is found instead, without a full stop
   */
  public InvalidModelFileException foreign(String problem) {
    return refused(
        problem, "Give the path of a %s file, as '%s' writes it".formatted(noun, command));
  }

  /** The complaint that it is of another, known format. */
  ForeignFileException foreign(ForeignFormat format) {
    return new ForeignFileException(
        "%s cannot be read as a %s: it is %s".formatted(name, noun, format.description()), format);
  }

  /**
   * {@return the complaint that the file, damaged or not, is not what can be read here}
   *
   * @param problem what is in the way, without a full stop
   * @param remedy a sentence that says what to do
   */
  public InvalidModelFileException refused(String problem, String remedy) {
    return new InvalidModelFileException(message(problem, remedy), null);
  }

  private String message(String problem, String remedy) {
    return "%s cannot be read as a %s: %s. %s"
        .formatted(name, noun, Shortened.problem(problem), remedy);
  }
}
