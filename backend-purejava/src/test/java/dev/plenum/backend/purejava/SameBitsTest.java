package dev.plenum.backend.purejava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.Fit;
import dev.plenum.api.callback.SkipEasy;
import dev.plenum.api.optimizer.Adam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training comes to the same weights, bit for bit, wherever and however it runs. */
class SameBitsTest {

  @ParameterizedTest(name = "{0} threads, {1} kernels")
  @CsvSource({"1,vector", "2,vector", "5,vector", "1,scalar", "2,scalar", "5,scalar"})
  void forAnyNumberOfThreadsAndBothKinds(String threads, String kernels) {
    assertEquals(SampleTraining.DIGEST, SampleTraining.digest(threads, kernels));
  }

  /** What is left out follows from the bits of the losses. */
  @Test
  void withoutEasyImagesForAnyNumberOfThreads() {
    Fit all = Fit.epochs(4).batchSize(7);
    Fit fit = all.callbacks(SkipEasy.share(0.5).until(1));
    List<String> digests = Stream.of("1", "2", "3")
        .map(threads ->
            SampleTraining.digest(SampleTraining.network(), Adam.defaults(), fit, threads, "auto"))
        .distinct()
        .toList();
    assertEquals(1, digests.size());
    assertNotEquals(
        List.of(SampleTraining.digest(SampleTraining.network(), Adam.defaults(), all, "2", "auto")),
        digests);
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {16, 32, 64})
  void forAnyWidthOfVectors(int bytes) throws Exception {
    assertEquals(
        SampleTraining.DIGEST,
        digestOfOtherJvm(
            Path.of(System.getProperty("java.home")),
            List.of("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=" + bytes),
            "vector"));
  }

  @Test
  void withoutTheVectorModule() throws Exception {
    assertEquals(
        SampleTraining.DIGEST,
        digestOfOtherJvm(Path.of(System.getProperty("java.home")), List.of(), "auto"));
  }

  @Test
  void interpretedInsteadOfCompiled() throws Exception {
    assertEquals(
        SampleTraining.DIGEST,
        digestOfOtherJvm(Path.of(System.getProperty("java.home")), List.of("-Xint"), "scalar"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"17", "25"})
  void onOtherJdks(String version) throws Exception {
    Optional<Path> home = jdk(version);
    assumeTrue(
        home.isPresent(),
        "no JDK " + version + " under /usr/lib/jvm or in JAVA" + version + "_HOME");
    assertEquals(
        SampleTraining.DIGEST,
        digestOfOtherJvm(home.get(), List.of("--add-modules", "jdk.incubator.vector"), "vector"));
  }

  private static Optional<Path> jdk(String version) throws IOException {
    String variable = System.getenv("JAVA" + version + "_HOME");
    if (variable != null && !variable.isEmpty()) {
      return Optional.of(Path.of(variable));
    }
    Path folder = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(folder)) {
      return homes
          .filter(home -> home.getFileName().toString().matches(".*-" + version + "\\b.*"))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .findFirst();
    }
  }

  private static String digestOfOtherJvm(Path javaHome, List<String> flags, String kernels)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
    command.addAll(flags);
    command.addAll(List.of(
        "-cp",
        System.getProperty("java.class.path"),
        SampleTraining.class.getName(),
        "2",
        kernels));
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    return output.strip();
  }
}
