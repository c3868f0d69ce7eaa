package dev.plenum.benchmarks.kernels;

import dev.plenum.api.Backends;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Kernels and what the processor can do at most.
 *
 * @param peak the peak
 * @param results all, the peak too
 */
record KernelReport(KernelResult peak, List<KernelResult> results) {

  /** Copies the list. */
  KernelReport {
    results = List.copyOf(results);
  }

  void print(PrintStream out) {
    TextTable table = new TextTable(3);
    table.add(List.of("KERNEL", "LAYER", "SIZES", "MICROSECONDS", "SPREAD", "SPEED", "OF PEAK"));
    results.forEach(result -> table.add(row(result)));
    table.print(out);
  }

  private List<String> row(KernelResult result) {
    return List.of(
        result.measured().kernel(),
        result.measured().layer(),
        result.measured().sizes(),
        Figures.significant(result.nanoseconds() * 1e-3),
        percent(result.spread()),
        speed(result),
        result.isArithmetic() ? percent(result.gigaflops() / peak.gigaflops()) : "-");
  }

  /** For people. */
  static String speed(KernelResult result) {
    return result.isArithmetic()
        ? Figures.significant(result.gigaflops()) + " GFLOP/s"
        : Figures.significant(result.nanosecondsPerPixel()) + " ns/pixel";
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
  }

  /**
   * {@code peakGigaflops, results[{kernel, layer, sizes, nanoseconds, medianNanoseconds,
   * gigaflops, fractionOfPeak}], backend{name, engine, device, instructionSet, threads}, jvm, os}; instead of the
   * last two of a result, {@code nanosecondsPerPixel} where it is images that are worked on.
   */
  JsonObject toJson() {
    return JsonObject.empty()
        .with("peakGigaflops", peak.gigaflops())
        .with(
            "results",
            results.stream().map(result -> result.toJson(peak.gigaflops())).toList())
        .withAll(Platform.of(Backends.get("purejava").withSettings(Map.of("threads", "1")))
            .toJson());
  }
}
