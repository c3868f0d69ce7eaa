package dev.plenum.benchmarks.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.benchmarks.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelsCommandTest {
  @TempDir
  Path folder;

  @Test
  void aQuickMeasurementGivesATableAndJson() throws IOException {
    Path file = folder.resolve("kernels.json");
    Commands.Result result = Commands.run(
        "kernels",
        "--networks",
        "dense",
        "--only",
        "layer-forward:dense/dense_2",
        "--seconds",
        "0.02",
        "--out",
        file.toString());
    assertEquals(0, result.exitCode(), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(3, lines.size(), result.out());
    assertTrue(lines.get(1).startsWith("peak-fma "), result.out());
    assertTrue(lines.get(1).endsWith(" 100 %"), result.out());
    assertTrue(lines.get(2).startsWith("layer-forward  dense/dense_2 "), result.out());
    Config json = ConfigFactory.parseString(Files.readString(file));
    Config layer = json.getConfigList("results").get(1);
    assertEquals(2.0 * 86 * 256 * 10 / layer.getDouble("nanoseconds"), gigaflops(layer), 1e-9);
    assertEquals(
        gigaflops(layer) / json.getDouble("peakGigaflops"),
        layer.getDouble("fractionOfPeak"),
        1e-9);
  }

  private static double gigaflops(Config result) {
    return result.getDouble("gigaflops");
  }

  @Test
  void wrongOptionsAreRefused() {
    assertRefused("no kernel of these networks has 'no-such' in its name", "--only", "no-such");
    assertRefused("there is no network 'x'", "--networks", "x");
    assertRefused("--seconds must be above 0", "--seconds", "0");
    assertRefused("there is no folder", "--out", folder.resolve("no/file.json").toString());
  }

  private static void assertRefused(String message, String option, String value) {
    Commands.Result result = Commands.run("kernels", option, value);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains(message), result.err());
  }
}
