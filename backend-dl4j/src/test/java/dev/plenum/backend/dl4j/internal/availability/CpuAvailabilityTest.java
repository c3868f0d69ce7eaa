package dev.plenum.backend.dl4j.internal.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Availability;
import dev.plenum.backend.dl4j.internal.engine.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuAvailabilityTest {
  private static final String[] AVX512_FLAGS = {
    "avx2", "fma", "avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"
  };

  @Test
  void asTheLauncherStartsItNothingIsLeftToDo() {
    assertEquals(
        Availability.available("ND4J on the CPU, linux-x86_64-onednn"),
        CpuAvailability.of(FakeMachine.launched()));
  }

  @Test
  void environmentVariablesThatAreNotSetAreTheRemedy() {
    Availability availability = CpuAvailability.of(new FakeMachine()
        .cpuBinary("linux-x86_64-onednn")
        .environment("MALLOC_TOP_PAD_", "1")
        .environment("OMP_WAIT_POLICY", "active"));
    assertTrue(availability.isAvailable());
    assertTrue(
        availability
            .remedy()
            .endsWith("MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=8589934592"),
        availability::remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "linux-x86_64,linux-x86_64-onednn",
    "linux-arm64,linux-arm64",
    "macosx-arm64,macosx-arm64",
    "macosx-x86_64,macosx-x86_64-onednn",
    "windows-x86_64,windows-x86_64-onednn"
  })
  void missingJarsAreNamed(String platform, String classifier) {
    assertUnavailable(
        new FakeMachine().platform(platform),
        "for " + platform + " is not on the class path",
        "org.nd4j:nd4j-native:1.0.0-M2.1 on the class path, also with the classifier "
            + classifier);
  }

  @Test
  void systemsWithoutBinariesAreSentToPureJava() {
    assertUnavailable(
        new FakeMachine().platform("linux-riscv64"),
        "ND4J has no native code for linux-riscv64",
        "Use the backend purejava");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux-x86_64-avx512", "linux-x86_64-onednn-avx512"})
  void instructionsThatTheProcessorLacksAreNeverLoaded(String classifier) {
    FakeMachine machine = new FakeMachine().cpuBinary(classifier);
    assertUnavailable(
        machine,
        classifier + ", needs instructions that this processor lacks",
        "classifier linux-x86_64-onednn");
    assertTrue(CpuAvailability.of(machine.flags(AVX512_FLAGS)).isAvailable());
  }

  @Test
  void avx2IsNotLoadedOnAnOldProcessor() {
    assertUnavailable(
        new FakeMachine().cpuBinary("linux-x86_64-onednn-avx2").flags("sse4_2", "avx"),
        "needs instructions",
        "linux-x86_64-onednn");
  }

  @Test
  void ofSeveralBinariesThePortableOneIsLoaded() {
    FakeMachine machine = FakeMachine.launched().cpuBinary("linux-x86_64-onednn-avx512");
    assertEquals(
        Availability.available("ND4J on the CPU, linux-x86_64-onednn"),
        CpuAvailability.of(machine));
    assertUnavailable(
        machine.property("org.bytedeco.javacpp.platform.extension", "-onednn-avx512"),
        "needs instructions",
        "linux-x86_64-onednn");
  }

  @Test
  void binaryWithoutOneDnnWorksSlowly() {
    Availability availability = CpuAvailability.of(new FakeMachine().cpuBinary("linux-x86_64"));
    assertTrue(availability.isAvailable());
    assertTrue(availability.detail().contains("without oneDNN"), availability::detail);
    assertTrue(availability.remedy().contains("linux-x86_64-onednn"), availability::remedy);
  }

  @Test
  void whereNd4jWillChooseCudaTheCpuIsNotToBeHad() {
    FakeMachine machine = FakeMachine.launched().cudaJars().gpu("A100", 8, 0);
    assertUnavailable(machine, "will run on CUDA", "BACKEND_PRIORITY_CPU=200");
    assertTrue(
        CpuAvailability.of(machine.environment("BACKEND_PRIORITY_CPU", "200")).isAvailable());
  }

  @Test
  void cudaJarsWithoutACardDoNoHarm() {
    assertTrue(CpuAvailability.of(FakeMachine.launched().cudaJars()).isAvailable());
    assertTrue(CpuAvailability.of(FakeMachine.launched().cudaJars().driver()).isAvailable());
  }

  @Test
  void processThatRunsOnCudaCannotRunOnTheCpuAsWell() {
    assertUnavailable(
        FakeMachine.launched().running(Device.CUDA),
        "already runs on CUDA in this process",
        "another process");
    assertTrue(CpuAvailability.of(FakeMachine.launched().running(Device.CPU)).isAvailable());
  }

  private static void assertUnavailable(FakeMachine machine, String reason, String remedy) {
    Availability availability = CpuAvailability.of(machine);
    assertFalse(availability.isAvailable());
    assertTrue(availability.detail().contains(reason), availability::detail);
    assertTrue(availability.remedy().contains(remedy), availability::remedy);
  }
}
