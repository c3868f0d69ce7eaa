package dev.plenum.experiment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory that the process has held. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern HIGH_WATER_MARK =
      Pattern.compile("^VmHWM:\\s*(\\d+) kB$", Pattern.MULTILINE);

  private PeakMemory() {}

  /** The resident memory where Linux reports it, else the sum of the peaks of the JVM's own pools. */
  static long bytes() {
    try {
      Matcher mark = HIGH_WATER_MARK.matcher(Files.readString(STATUS));
      return mark.find() ? Long.parseLong(mark.group(1)) << 10 : poolPeaks();
    } catch (IOException e) {
      return poolPeaks();
    }
  }

  private static long poolPeaks() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
