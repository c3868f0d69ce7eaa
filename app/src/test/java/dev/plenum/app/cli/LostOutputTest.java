package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.Main;
import dev.plenum.app.host.Host;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that do not get where they were to go. */
class LostOutputTest {
  @TempDir
  Path folder;

  /** As on a full disk, or into a pipe that nobody reads any more. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void resultsThatCouldNotBePrintedAreNoSuccess() {
    for (String command : new String[] {"summary", "backends", "--help"}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Host host = new Host(
          InputStream.nullInputStream(),
          new PrintStream(new Full(), true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          OptionalInt.empty(),
          Map.of(),
          folder,
          Main.class);

      assertEquals(1, new Plenum(host).run(command), command);
      assertTrue(
          err.toString(StandardCharsets.UTF_8).contains("standard output was closed"),
          err.toString(StandardCharsets.UTF_8));
    }
  }
}
