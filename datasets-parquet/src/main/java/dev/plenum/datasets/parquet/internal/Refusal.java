package dev.plenum.datasets.parquet.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says which file cannot be used, and why. */
final class Refusal {
  private Refusal() {}

  /** What is done with a file. */
  @FunctionalInterface
  interface Decoding<T> {
    T run() throws IOException;
  }

  /** A refusal of a file. */
  static IOException of(Path file, String problem) {
    return new Refused(file + ": " + problem);
  }

  /** Is passed on as it is. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * Decodes data from outside. Decoders of others throw what they like on damaged data, also because they
   * believe the numbers in it: arrays too long for the heap, and nesting too deep for the stack.
   *
   * @throws IOException instead of all that; the message names the file
   */
  static <T> T decoding(Path file, Decoding<T> action) throws IOException {
    try {
      return action.run();
    } catch (Refused e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw of(file, "it does not exist");
    } catch (AccessDeniedException e) {
      throw of(file, "it cannot be read: permission denied");
    } catch (EOFException e) {
      throw damaged(file, "it ends too early");
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof Refused refused ? refused : damaged(file, reason(e));
    } catch (IOException e) {
      throw damaged(file, reason(e));
    } catch (RuntimeException e) {
      throw damaged(file, "its data make no sense");
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw damaged(
          file, "its data make no sense, or need more memory than this Java machine may use");
    }
  }

  private static IOException damaged(Path file, String problem) {
    return of(file, "expected a complete Parquet file, but " + problem);
  }

  private static String reason(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() || message.contains("Exception")
        ? "its data make no sense"
        : message;
  }

  /**
   * Checks, before something large is made, that there is room for it.
   *
   * @throws IOException if it is more than half of the heap
   */
  static void requireRoom(Path file, String what, long bytes) throws IOException {
    long most = Runtime.getRuntime().maxMemory() / 2;
    if (bytes > most) {
      throw of(
          file,
          "%s needs %s MB of memory, which is more than half of what this Java machine may use; start it with more: java -Xmx%sm"
              .formatted(what, bytes >> 20, (3 * bytes) >> 20));
    }
  }
}
