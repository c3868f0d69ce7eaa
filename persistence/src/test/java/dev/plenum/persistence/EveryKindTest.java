package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Constant;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Initializer;
import dev.plenum.api.network.Kernel;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.VarianceScaling;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of layer, activation and optimizer is written and read; one that is added is missed. */
class EveryKindTest {
  private static final Kernel KERNEL =
      new Kernel(VarianceScaling.HE_NORMAL, new Regularizer(0.25, 1e-4), false);
  private static final Window WINDOW = new Window(5, 2, 1, 1, Padding.SAME, 2, 3);

  /** No setting has its default. */
  private static final List<Operation> OPERATIONS = List.of(
      new Conv2D(3, WINDOW, Activation.RELU, KERNEL),
      new DepthwiseConv2D(WINDOW, 2, Activation.RELU, KERNEL),
      new SeparableConv2D(3, WINDOW, 2, Activation.RELU, KERNEL),
      new Dense(4, Activation.RELU, KERNEL),
      new BatchNormalization(0.75, 1e-5, false, false),
      Activation.TANH.layer(),
      new ReLU(6, 0.25, 0.5),
      new LeakyReLU(0.125),
      new ELU(0.5),
      new MaxPool2D(new Window(3, 4, 2, 1, Padding.SAME)),
      new AveragePooling2D(new Window(3, 4, 2, 1, Padding.SAME)),
      new GlobalAveragePooling2D(true),
      new GlobalMaxPooling2D(true),
      Dropout.of(0.25),
      new SpatialDropout2D(0.5),
      Flatten.instance(),
      Reshape.of(4, 3, 2),
      new ZeroPadding2D(new Margins(1, 2, 3, 4)),
      new Cropping2D(new Margins(4, 3, 2, 1)),
      new Rescaling(0.1, -1),
      new Normalization(List.of(0.1, -2.0), List.of(0.25, 3.0)),
      new Add(),
      new Average(),
      new Maximum(),
      new Multiply(),
      new Concatenate());

  private static final List<OptimizerSpec> OPTIMIZERS = List.of(
      new Adam(0.01, 0.8, 0.95, 1e-5),
      new RMSprop(0.02, 0.7, 0.5, 1e-4, true),
      new Sgd(0.03, 0.6, true));

  /** The records that a sealed interface permits, directly or not. */
  private static Stream<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryKindTest::permitted)
        : Stream.of(type);
  }

  private static Set<Class<?>> kinds(List<?> specs) {
    return specs.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  private static JsonValue written(Operation operation) {
    ObjectNode node = OperationJson.settings(operation).put("type", operation.type());
    return Json.parse(Json.pretty(node), "a layer");
  }

  private static Operation readBack(Operation operation) {
    JsonValue written = written(operation);
    return NetworkJson.operation(written.required("type"), written);
  }

  @Test
  void layersAndMerges() {
    assertEquals(permitted(Operation.class).collect(Collectors.toSet()), kinds(OPERATIONS));
    OPERATIONS.forEach(operation -> assertEquals(operation, readBack(operation)));
  }

  @Test
  void allSettingsAreWritten() {
    for (Operation operation : OPERATIONS) {
      JsonValue written = written(operation);
      Set<String> keys = written.keys();
      keys.remove("type");
      assertEquals(
          Set.copyOf(OperationJson.kind(written.required("type")).keys()), keys, operation.type());
    }
  }

  @Test
  void activations() {
    for (Activation activation : Activation.values()) {
      Dense dense = Dense.of(7).activation(activation);
      assertEquals(dense, readBack(dense));
      assertEquals(activation.layer(), readBack(activation.layer()));
    }
  }

  @Test
  void initializers() {
    Stream<Initializer> constants = Stream.of(Constant.ZEROS, Constant.ONES, new Constant(-0.25));
    Stream.concat(constants, Stream.of(VarianceScaling.values())).forEach(initializer -> {
      Conv2D conv = Conv2D.of(3, 5).kernelInitializer(initializer);
      assertEquals(conv, readBack(conv));
    });
  }

  @Test
  void optimizers() {
    assertEquals(permitted(OptimizerSpec.class).collect(Collectors.toSet()), kinds(OPTIMIZERS));
    for (OptimizerSpec optimizer : OPTIMIZERS) {
      assertEquals(optimizer, OptimizerJson.read(OptimizerJson.write(optimizer), "optimizer"));
    }
  }
}
