package dev.plenum.backend.dl4j.internal.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Availability;
import dev.plenum.backend.dl4j.internal.engine.Device;
import java.util.List;
import org.junit.jupiter.api.Test;

class CudaAvailabilityTest {

  @Test
  void missingJarsComeFirst() {
    assertUnavailable(
        new FakeMachine().gpu("A100", 8, 0), "CUDA jars are not on the class path", "mvn -Pcuda");
    assertUnavailable(
        new FakeMachine().cudaClasses().gpu("A100", 8, 0),
        "native code for CUDA on linux-x86_64",
        "org.bytedeco:cuda-platform-redist:11.6-8.3-1.5.7");
  }

  @Test
  void thenTheDriver() {
    assertUnavailable(
        new FakeMachine().cudaJars(), "driver is not loaded", "its driver, version 510 or later");
  }

  @Test
  void thenTheCard() {
    assertUnavailable(
        new FakeMachine().cudaJars().driver(), "driver tells of no card", "nvidia-smi");
  }

  @Test
  void cardsNewerThanTheNewestCudaAreToldApart() {
    assertUnavailable(
        new FakeMachine().cudaJars().gpu("NVIDIA H100 80GB HBM3", 9, 0),
        "NVIDIA H100 80GB HBM3 has compute capability 9.0, newer than CUDA 11.6",
        "Use the backend dl4j or purejava");
  }

  @Test
  void ampereAndAdaRun() {
    assertEquals(
        Availability.available("ND4J with CUDA 11.6 on A100, RTX 4090"),
        CudaAvailability.of(new FakeMachine().cudaJars().gpu("A100", 8, 0).gpu("RTX 4090", 8, 9)));
  }

  @Test
  void whereNd4jWillChooseTheCpuCudaIsNotToBeHad() {
    assertUnavailable(
        new FakeMachine().cudaJars().gpu("A100", 8, 0).environment("BACKEND_PRIORITY_CPU", "200"),
        "BACKEND_PRIORITY_CPU and BACKEND_PRIORITY_GPU make ND4J run on the CPU",
        "Unset both");
  }

  @Test
  void processThatRunsOnTheCpuCannotRunOnCudaAsWell() {
    assertUnavailable(
        new FakeMachine().cudaJars().gpu("A100", 8, 0).running(Device.CPU),
        "already runs on CPU in this process",
        "another process");
  }

  @Test
  void answersOfNvidiaSmiAreRead() {
    assertEquals(
        List.of(new Gpu("NVIDIA GeForce RTX 3090", 8, 6), new Gpu("Tesla T4", 7, 5)),
        NvidiaSmi.parse("NVIDIA GeForce RTX 3090, 8.6\nTesla T4, 7.5\n"));
    assertEquals(List.of(), NvidiaSmi.parse("No devices were found\n"));
    assertEquals(List.of(), NvidiaSmi.parse(""));
  }

  private static void assertUnavailable(FakeMachine machine, String reason, String remedy) {
    Availability availability = CudaAvailability.of(machine);
    assertFalse(availability.isAvailable());
    assertTrue(availability.detail().contains(reason), availability::detail);
    assertTrue(availability.remedy().contains(remedy), availability::remedy);
  }
}
