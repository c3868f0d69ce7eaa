package dev.plenum.backend.dl4j.internal.availability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the program that comes with NVIDIA's driver which cards there are. */
final class NvidiaSmi {
  private static final long TIMEOUT_SECONDS = 20;
  private static final Pattern LINE = Pattern.compile("(.+), *(\\d+)\\.(\\d+)");

  private NvidiaSmi() {}

  /** The cards; none if the program is missing or fails. */
  static List<Gpu> gpus() {
    ProcessBuilder command = new ProcessBuilder(
            "nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader")
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = command.start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return List.of();
      }
      byte[] output = process.getInputStream().readAllBytes();
      return process.exitValue() == 0
          ? parse(new String(output, StandardCharsets.UTF_8))
          : List.of();
    } catch (IOException e) {
      return List.of(); // not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** From lines such as {@code NVIDIA GeForce RTX 3090, 8.6}; others are passed over. */
  static List<Gpu> parse(String output) {
    return output
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> new Gpu(
            line.group(1).strip(),
            Integer.parseInt(line.group(2)),
            Integer.parseInt(line.group(3))))
        .toList();
  }
}
