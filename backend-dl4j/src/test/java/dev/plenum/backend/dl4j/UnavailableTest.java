package dev.plenum.backend.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plenum.api.Backend;
import dev.plenum.api.BackendUnavailableException;
import dev.plenum.api.Backends;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.internal.Settings;
import dev.plenum.backend.dl4j.internal.availability.FakeMachine;
import dev.plenum.backend.dl4j.internal.availability.ThisMachine;
import dev.plenum.backend.dl4j.internal.engine.Device;
import dev.plenum.backend.dl4j.internal.engine.Nd4jRuntime;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnavailableTest {

  @Test
  void allBackendsAreFound() {
    List<String> names = Backends.all().stream().map(Backend::name).toList();
    assertTrue(names.containsAll(List.of("dl4j", "dl4j-nn", "dl4j-cuda")), names::toString);
  }

  @Test
  void compilingSaysWhatIsMissingAndWhatToDo() {
    Backend backend = new Dl4jBackend(new FakeMachine(), Settings.defaults());
    assertMessage(
        backend, "the backend 'dl4j' is not available", "not on the class path", "nd4j-native");
  }

  @Test
  void withoutTheJarsOfItsNetworksTheRestWorks() {
    FakeMachine machine = FakeMachine.launched();
    assertTrue(new Dl4jBackend(machine, Settings.defaults()).availability().isAvailable());
    Backend backend = new Dl4jNnBackend(machine, Settings.defaults());
    assertMessage(
        backend,
        "the backend 'dl4j-nn' is not available",
        "networks are not on the class path",
        "org.deeplearning4j:deeplearning4j-nn:1.0.0-M2.1");
    assertTrue(new Dl4jNnBackend(machine.networks(), Settings.defaults())
        .availability()
        .isAvailable());
  }

  @Test
  void withoutTheProfileTheCudaBackendSaysHowToGetIt() {
    assumeFalse(
        new ThisMachine().hasClass("org.nd4j.linalg.jcublas.JCublasBackend"),
        "built with the profile cuda");
    assertMessage(new Dl4jCudaBackend(), "'dl4j-cuda' is not available", "mvn -Pcuda");
  }

  @Test
  void oneProcessCannotMixTheDevices() {
    Nd4jRuntime.start(Device.CPU);
    BackendUnavailableException thrown =
        assertThrows(BackendUnavailableException.class, () -> Nd4jRuntime.start(Device.CUDA));
    assertTrue(thrown.toString().contains("runs on CPU in this process"), thrown::toString);
    assertEquals(Device.CPU, new ThisMachine().running().orElseThrow());
  }

  @Test
  void cudaEngineIsDescribedByItsCard() {
    Backend backend =
        new Dl4jCudaBackend(new FakeMachine().cudaJars().gpu("A100", 8, 0), Settings.defaults());
    assertEquals("A100", backend.engine().device());
    assertEquals("CUDA 11.6", backend.engine().instructionSet());
  }

  private static void assertMessage(Backend backend, String... parts) {
    BackendUnavailableException thrown = assertThrows(
        BackendUnavailableException.class,
        () -> backend.compile(Networks.SIMPLE_CONV, Adam.defaults(), new Seed(1)));
    for (String part : parts) {
      assertTrue(thrown.toString().contains(part), thrown::toString);
    }
  }
}
