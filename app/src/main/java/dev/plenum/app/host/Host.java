package dev.plenum.app.host;

import dev.plenum.report.page.TerminalStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What surrounds a command.
 *
 * @param in standard input
 * @param out where results go
 * @param err where progress and errors go
 * @param columns the width of the terminal that shows {@code err}; empty if it is none
 * @param environment the environment variables
 * @param workingDirectory where relative paths start
 * @param main the class whose main method starts another process like this one
 */
public record Host(
    InputStream in,
    PrintStream out,
    PrintStream err,
    OptionalInt columns,
    Map<String, String> environment,
    Path workingDirectory,
    Class<?> main) {

  /** Set by the launcher: only a shell can tell whether standard error is a terminal. */
  private static final String COLUMNS_PROPERTY = "plenum.terminal.columns";

  /** Copies the map; what is printed is made safe for a terminal, see {@link TerminalStream}. */
  public Host {
    out = TerminalStream.of(out);
    err = TerminalStream.of(err);
    environment = Map.copyOf(environment);
  }

  /** A path in the working directory as the user would type it, any other as it is. */
  public Path shown(Path path) {
    return path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
  }

  /** What surrounds this process, which was started with that class. */
  public static Host ofProcess(Class<?> main) {
    return new Host(
        System.in,
        utf8(FileDescriptor.out, System.out),
        utf8(FileDescriptor.err, System.err),
        terminalColumns(),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        main);
  }

  private static OptionalInt terminalColumns() {
    Integer columns = Integer.getInteger(COLUMNS_PROPERTY);
    return columns == null ? OptionalInt.empty() : OptionalInt.of(columns);
  }

  /** Java would print question marks in a POSIX locale; consoles of Windows know their own charset. */
  private static PrintStream utf8(FileDescriptor descriptor, PrintStream otherwise) {
    return System.getProperty("os.name").startsWith("Windows")
        ? otherwise
        : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
