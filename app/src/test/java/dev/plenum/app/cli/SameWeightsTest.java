package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigFactory;
import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same seed gives the same weights, whatever computes them. */
@TestInstance(Lifecycle.PER_CLASS)
class SameWeightsTest {
  private static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");

  private Path folder = Path.of("");

  private String expected = "";
  private int runs;

  @BeforeAll
  void train(@TempDir Path dir) throws IOException {
    folder = dir;
    TinyMnist.write(folder.resolve("data"));
    expected = weights(App.run(folder, command("--threads=2")));
  }

  /** A convolutional network, two epochs, a last batch that is smaller. */
  private String[] command(String... more) {
    runs++;
    return Stream.concat(
            Stream.of(
                "train",
                "--dataset=mnist",
                "--data-dir=data",
                "--limit=130",
                "--epochs=2",
                "--batch-size=25",
                "--seed=3",
                "--out=out" + runs),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private String weights(App.Result result) throws IOException {
    assertEquals(0, result.exitCode(), result.err());
    String run = Files.readString(folder.resolve("out" + runs + "/run.json"));
    return ConfigFactory.parseString(run).getString("weightsSha256");
  }

  private String instructionSet() throws IOException {
    String run = Files.readString(folder.resolve("out" + runs + "/run.json"));
    return ConfigFactory.parseString(run).getString("backend.instructionSet");
  }

  @ParameterizedTest
  @CsvSource({"2,auto", "1,auto", "5,auto", "2,scalar", "5,scalar"})
  void theThreadsAndKernelsDoNotMatter(int threads, String kernels) throws IOException {
    assertEquals(
        expected,
        weights(App.run(folder, command("--threads=" + threads, "--kernels=" + kernels))));
  }

  @Test
  void anotherSeedGivesOtherWeights() throws IOException {
    String[] other = Arrays.stream(command())
        .map(option -> option.equals("--seed=3") ? "--seed=4" : option)
        .toArray(String[]::new);
    assertFalse(expected.equals(weights(App.run(folder, other))));
  }

  @Test
  void anotherSplitGivesOtherWeights() throws IOException {
    assertFalse(expected.equals(weights(App.run(folder, command("--split-seed=43")))));
  }

  @Test
  void aJvmWithTheVectorModuleGivesTheSame() throws IOException {
    assertEquals(expected, weights(ChildJvm.run(folder, VECTOR, command())));
    assertTrue(instructionSet().startsWith("vector"), instructionSet());
  }

  @Test
  void aJvmWithoutTheVectorModuleGivesTheSameAndSaysHowToGetFaster() throws IOException {
    App.Result result = ChildJvm.run(folder, List.of(), command());
    assertEquals(expected, weights(result));
    assertEquals("scalar", instructionSet());
    assertTrue(result.err().contains("--add-modules jdk.incubator.vector"), result.err());
  }

  @Test
  void java25GivesTheSameWithAndWithoutTheVectorModule() throws IOException {
    Path java25 = ChildJvm.java25();
    assertEquals(expected, weights(ChildJvm.run(java25, folder, VECTOR, command())));
    assertEquals(expected, weights(ChildJvm.run(java25, folder, List.of(), command())));
  }

  @Test
  void withoutTheVectorModuleAskingForVectorKernelsIsRefused() throws IOException {
    App.Result result = ChildJvm.run(folder, List.of(), command("--kernels=vector"));
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains("jdk.incubator.vector"), result.err());
  }
}
