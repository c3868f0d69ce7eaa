package dev.plenum.report.page;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A stream that a terminal may show. Whatever is printed comes out as text, see {@link Printable}:
 * what {@code println} gets is one line, what {@code print} gets may be several.
 */
public final class TerminalStream extends PrintStream {
  private final PrintStream target;

  private TerminalStream(PrintStream target) {
    super(target, false, StandardCharsets.UTF_8); // of its own it only writes line breaks
    this.target = target;
  }

  /**
   * Makes a stream safe.
   *
   * @param target one that is safe stays as it is
   * @return a safe one that prints there
   */
  public static PrintStream of(PrintStream target) {
    return target instanceof TerminalStream ? target : new TerminalStream(target);
  }

  /**
   * {@return what lies behind a stream, for what is meant to command the terminal}
   *
   * @param stream one that is not safe is given back as it is
   */
  public static PrintStream behind(PrintStream stream) {
    return stream instanceof TerminalStream safe ? safe.target : stream;
  }

  @Override
  public void println(@Nullable String line) {
    synchronized (this) {
      target.print(Printable.line(String.valueOf(line)));
      println();
    }
  }

  @Override
  public void print(@Nullable String text) {
    target.print(Printable.lines(String.valueOf(text)));
  }

  @Override
  public void print(@Nullable Object value) {
    print(String.valueOf(value));
  }

  @Override
  public void print(char c) {
    print(String.valueOf(c));
  }

  @Override
  public void print(char[] text) {
    print(String.valueOf(text));
  }
}
