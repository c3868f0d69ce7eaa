package dev.plenum.backend.purejava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowKernelsTest {
  private static final String MESSAGE =
      "purejava computes without the Vector API here, which is several times slower: pass --add-modules jdk.incubator.vector to the JVM for the fast kernels";

  /** An application that compiles several models. */
  public static final class Application {
    private Application() {}

    /** Compiles them with these kernels. */
    public static void main(String[] args) {
      Backend backend = new PureJavaBackend().withSettings(Map.of("kernels", args[0]));
      Network network = Sequential.of(
          Shape.of(2, 2, 1), Flatten.instance(), Dense.of(2).activation(Activation.SOFTMAX));
      for (int i = 0; i < 3; i++) {
        backend.compile(network, Sgd.defaults(), Seed.seed(i)).close();
      }
    }
  }

  private static String output(List<String> flags, String kernels)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of(
        "-cp", System.getProperty("java.class.path"), Application.class.getName(), kernels));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  @Test
  void theLogSaysOnceThatTheVectorModuleIsMissingAndWhatToDo()
      throws IOException, InterruptedException {
    String output = output(List.of(), "auto");
    assertEquals(1, output.split(MESSAGE, -1).length - 1, output);
  }

  @Test
  void nothingIsLoggedWhereItIsThereOrWasNotWanted() throws IOException, InterruptedException {
    String fast = output(List.of("--add-modules", "jdk.incubator.vector"), "auto");
    assertTrue(!fast.contains("Vector API here"), fast);
    assertEquals("", output(List.of(), "scalar"));
  }
}
