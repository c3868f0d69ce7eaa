package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SavedModelTest {
  private final SavedModel tiny = Samples.tiny();

  private static String refusal(Executable making) {
    return Refusals.messageOf(IllegalArgumentException.class, making);
  }

  private SavedModel tinyWith(NamedTensors weights, OptimizerState state) {
    return new SavedModel(
        tiny.network(),
        tiny.optimizer(),
        weights,
        state,
        tiny.preprocessing(),
        tiny.classNames(),
        tiny.provenance());
  }

  @Test
  void aRestoredModelHasWeightsOptimizerStateAndSeed() {
    try (Model model = tiny.restore(new FakeBackend(), new Seed(5))) {
      assertEquals(tiny.network(), model.network());
      assertEquals(tiny.optimizer(), model.optimizer().spec());
      assertEquals(tiny.weights(), model.weights());
      assertEquals(tiny.optimizerState(), model.optimizer().state());
      assertEquals(new Seed(5), model.seed());
      SavedModel again =
          SavedModel.of(model, tiny.preprocessing(), tiny.classNames(), tiny.provenance());
      assertEquals(tiny, again);
      assertFalse(((FakeModel) model).closed);
    }
  }

  @Test
  void aModelThatTakesNoStateIsClosed() {
    FakeModel model = new FakeModel(tiny.network(), tiny.optimizer(), new Seed(5));
    model.failsToTakeState = true;
    Backend backend = (Backend) Proxy.newProxyInstance(
        Backend.class.getClassLoader(),
        new Class<?>[] {Backend.class},
        (proxy, method, args) -> model);
    assertThrows(IllegalArgumentException.class, () -> tiny.restore(backend, new Seed(5)));
    assertTrue(model.closed);
  }

  @Test
  void tensorsArePutInLayerOrderSoThatDigestsAgree() {
    Map<String, Tensor> backwards = new LinkedHashMap<>();
    backwards.put("dense/bias", tiny.weights().get("dense/bias"));
    backwards.put("dense/kernel", tiny.weights().get("dense/kernel"));
    SavedModel model = tinyWith(new NamedTensors(backwards), tiny.optimizerState());
    assertEquals(List.of("dense/kernel", "dense/bias"), model.weights().names());
    assertEquals(tiny.weights().sha256(), model.weights().sha256());
    assertEquals(
        List.of("dense/kernel/u", "dense/bias/u"),
        model.optimizerState().slots().names());
  }

  @Test
  void weightsThatDoNotFitTheNetworkAreRefused() {
    assertEquals(
        "the weights do not fit the network: expected [dense/kernel, dense/bias], found []",
        refusal(() -> tinyWith(NamedTensors.empty(), tiny.optimizerState())));
    NamedTensors transposed = new NamedTensors(Map.of(
        "dense/kernel", new Tensor(Shape.of(4, 1), new float[4]),
        "dense/bias", new Tensor(Shape.of(2), new float[2])));
    assertEquals(
        "the weights do not fit the network: 'dense/kernel' must have the shape (2, 2), found (4, 1)",
        refusal(() -> tinyWith(transposed, tiny.optimizerState())));
  }

  @Test
  void slotsOfAnotherOptimizerAreRefused() {
    String message = refusal(() -> new SavedModel(
        tiny.network(),
        Adam.defaults(),
        tiny.weights(),
        tiny.optimizerState(),
        tiny.preprocessing(),
        tiny.classNames(),
        tiny.provenance()));
    assertTrue(
        message.startsWith(
            "the optimizer's slots do not fit the network: expected [dense/kernel/m, dense/kernel/v, dense/bias/m, dense/bias/v], found "),
        message);
  }

  @Test
  void namesAndInputsThatDoNotFitTheNetworkAreRefused() {
    FakeModel model = new FakeBackend()
        .compile(tiny.network(), Sgd.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, new Seed(1));
    assertEquals(
        "the network tells 2 classes apart, found 1 names",
        refusal(
            () -> SavedModel.of(model, tiny.preprocessing(), List.of("cat"), JsonObject.empty())));
    assertEquals(
        "the network takes images of shape (1, 2, 1), but they are made (2, 2, 3)",
        refusal(() -> SavedModel.of(
            model,
            Preprocessing.of(Shape.of(2, 2, 3), "bilinear"),
            tiny.classNames(),
            JsonObject.empty())));
  }
}
