package dev.plenum.spark;

import dev.plenum.app.Main;
import dev.plenum.app.cli.Plenum;
import dev.plenum.app.host.Host;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What a command of the application leaves that was run in this JVM. */
record CommandRun(int exitCode, String out, String err) {

  /**
   * Runs one.
   *
   * @param folder its working directory
   * @param watcher gets each line that it prints about its progress
   */
  static CommandRun of(Path folder, Consumer<String> watcher, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Lines err = new Lines(watcher);
    Host host = new Host(
        InputStream.nullInputStream(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        OptionalInt.empty(),
        Map.of(),
        folder,
        Main.class);
    int exitCode = new Plenum(host).run(arguments.toArray(String[]::new));
    return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.all());
  }

  /** Hands on what is printed, line by line. */
  private static final class Lines extends OutputStream {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> watcher;

    Lines(Consumer<String> watcher) {
      this.watcher = watcher;
    }

    @Override
    public synchronized void write(int letter) {
      all.write(letter);
      if (letter == '\n') {
        watcher.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(letter);
      }
    }

    synchronized String all() {
      return all.toString(StandardCharsets.UTF_8);
    }
  }
}
