package dev.plenum.benchmarks.kernels;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.benchmarks.network.Arithmetic;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelCasesTest {
  private static final List<KernelCase> ALL = KernelCases.of(MeasuredNetwork.lines());

  @Test
  void everyCaseRunsAndRunsAgain() {
    for (KernelCase one : ALL) {
      assertDoesNotThrow(
          () -> {
            Runnable kernel = one.prepare().get();
            kernel.run();
            kernel.run();
          },
          one.id());
    }
  }

  @Test
  void everyCaseHasWorkAndANameOfItsOwn() {
    Set<String> ids = new HashSet<>();
    for (KernelCase one : ALL) {
      assertTrue(one.work().amount() > 0, one.id());
      assertTrue(ids.add(one.id()), one.id());
      assertEquals(one.sizes(), KernelCases.of(one.id()).sizes());
    }
  }

  @Test
  void theLayersTogetherHaveTheArithmeticOfTheirNetwork() {
    for (MeasuredNetwork network : MeasuredNetwork.lines()) {
      double layers = LayerCases.of(network).stream()
          .mapToDouble(one -> one.work().amount())
          .sum();
      assertEquals(
          2.0 * MeasuredNetwork.BATCH_SIZE * Arithmetic.training(network.network()),
          layers,
          network.name());
    }
  }

  @Test
  void sparseAndWinogradCasesAreThoseOfTheLayersThatTheEngineRunsSo() {
    assertEquals(
        List.of(
            "sparse-gather:deep-conv/conv2d_1",
            "sparse-scatter:deep-conv/conv2d_1",
            "sparse-gather:deep-conv/conv2d_3",
            "sparse-scatter:deep-conv/conv2d_3"),
        SparseCases.of(MeasuredNetwork.named("deep-conv")).stream()
            .map(KernelCase::id)
            .toList());
    assertEquals(List.of(), WinogradCases.of(MeasuredNetwork.named("colour-strided")));
    assertEquals(
        List.of("conv2d_1", "conv2d_2", "conv2d_3"),
        WinogradCases.of(MeasuredNetwork.named("deep-conv")).stream()
            .map(one -> one.layer().replace("deep-conv/", ""))
            .distinct()
            .toList());
  }

  @Test
  void theTableShowsArithmeticAsAFractionOfPeakAndImagesByPixel() {
    KernelResult peak = new KernelResult(
        new KernelCase("peak-fma", "-", "12 sums", Work.multiplyAdds(100), () -> () -> {}), 1, 1);
    KernelResult half = new KernelResult(
        new KernelCase("gemm", "a/b", "1 x 2", Work.multiplyAdds(50_000), () -> () -> {}),
        1000,
        1020);
    KernelResult pixels = new KernelResult(
        new KernelCase("augmentation", "-", "28", Work.pixels(100), () -> () -> {}), 850, 1275);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new KernelReport(peak, List.of(peak, half, pixels))
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertEquals("""
        KERNEL        LAYER  SIZES    MICROSECONDS  SPREAD          SPEED  OF PEAK
        peak-fma      -      12 sums       0.00100     0 %    200 GFLOP/s    100 %
        gemm          a/b    1 x 2            1.00     2 %    100 GFLOP/s     50 %
        augmentation  -      28              0.850    50 %  8.50 ns/pixel        -
        """, out.toString(StandardCharsets.UTF_8));
  }
}
