package dev.plenum.api.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {
  private static final Shape IMAGE = Shape.of(8, 8, 3);
  private static final GlobalAveragePooling2D POOL = GlobalAveragePooling2D.instance();
  private static final Dense CLASSES = Dense.of(10).activation(Activation.SOFTMAX);

  /** One line for each step: what it does, which values it reads and writes. */
  private static List<String> lines(Plan plan) {
    return plan.steps().stream()
        .map(step -> name(step) + numbers(step.reads()) + "->" + numbers(step.writes()))
        .toList();
  }

  private static String name(Plan.Step step) {
    return step instanceof Plan.Run run ? run.operation().type() : "fork";
  }

  private static String numbers(List<Plan.Value> values) {
    return values.stream()
        .map(value -> String.valueOf(value.number()))
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static Plan.Run run(Plan plan, int step) {
    return assertInstanceOf(Plan.Run.class, plan.steps().get(step));
  }

  private static Plan.Fork fork(Plan plan, int step) {
    return assertInstanceOf(Plan.Fork.class, plan.steps().get(step));
  }

  @Test
  void layersInALineAreOneStepEach() {
    Plan plan = Plan.of(Sequential.of(
        IMAGE, Conv2D.of(4, 3).activation(Activation.RELU), Flatten.instance(), CLASSES));
    assertEquals(List.of("Conv2D(0)->(1)", "Flatten(1)->(2)", "Dense(2)->(3)"), lines(plan));
    assertEquals(new Plan.Value(0, IMAGE, false), plan.images());
    assertEquals(new Plan.Value(3, Shape.of(10), true), plan.logits());
    assertEquals(List.of("conv2d/kernel", "conv2d/bias"), run(plan, 0).parameters());
    assertEquals(new Plan.Value(1, Shape.of(6, 6, 4), true), run(plan, 0).output());
    assertSame(run(plan, 1).input(), run(plan, 1).reads().get(0));
    assertEquals("dense", run(plan, 2).layer().name());
  }

  @Test
  void aValueWithSeveralReadersIsForkedAndEachReaderHasItsOwnInOrder() {
    Plan plan = Plan.of(Graph.of(IMAGE, images -> {
      Value stem = images.then(Conv2D.of(3, 1));
      Value left = stem.then(Activation.RELU.layer());
      Value right = stem.then(Activation.TANH.layer());
      return Add.of(right, stem, left).then(POOL, CLASSES);
    }));
    assertEquals(
        List.of(
            "Conv2D(0)->(1)",
            "fork(1)->(2,3,4)",
            "Activation(2)->(5)",
            "Activation(3)->(6)",
            "Add(6,4,5)->(7)",
            "GlobalAveragePooling2D(7)->(8)",
            "Dense(8)->(9)"),
        lines(plan));
    for (Plan.Value value : fork(plan, 1).writes()) {
      assertEquals(IMAGE, value.shape());
    }
  }

  @Test
  void theImagesAreForkedLikeAnyValue() {
    Plan plan = Plan.of(Graph.of(
        IMAGE, images -> Add.of(images.then(Conv2D.of(3, 1)), images).then(POOL, CLASSES)));
    assertEquals(
        List.of(
            "fork(0)->(1,2)",
            "Conv2D(1)->(3)",
            "Add(3,2)->(4)",
            "GlobalAveragePooling2D(4)->(5)",
            "Dense(5)->(6)"),
        lines(plan));
  }

  @Test
  void aMergeThatReadsOneValueTwiceReadsBothSidesOfAFork() {
    Plan plan = Plan.of(Graph.of(IMAGE, images -> {
      Value value = images.then(Conv2D.of(3, 1));
      return Multiply.of(value, value).then(POOL, CLASSES);
    }));
    assertEquals(
        List.of("Conv2D(0)->(1)", "fork(1)->(2,3)", "Multiply(2,3)->(4)"),
        lines(plan).subList(0, 3));
  }

  @Test
  void aSeparableConvolutionBecomesItsTwoHalves() {
    SeparableConv2D separable = SeparableConv2D.of(8, 3).multiplier(2).activation(Activation.RELU);
    Plan plan = Plan.of(Sequential.of(IMAGE, separable, Flatten.instance(), CLASSES));
    assertEquals(
        List.of("DepthwiseConv2D(0)->(1)", "Conv2D(1)->(2)"), lines(plan).subList(0, 2));
    assertEquals(separable.depthwise(), run(plan, 0).operation());
    assertEquals(List.of("separable_conv2d/depthwise_kernel"), run(plan, 0).parameters());
    assertEquals(Shape.of(6, 6, 6), run(plan, 0).output().shape());
    assertEquals(separable.pointwise(), run(plan, 1).operation());
    assertEquals(
        List.of("separable_conv2d/pointwise_kernel", "separable_conv2d/bias"),
        run(plan, 1).parameters());
    assertSame(run(plan, 0).layer(), run(plan, 1).layer());
  }

  @ParameterizedTest
  @EnumSource(names = {"SILU", "HARD_SILU", "GELU", "GELU_TANH"})
  void anActivationWhoseDerivativeNeedsTheInputIsAStepOfItsOwn(Activation activation) {
    for (Operation layer : List.of(
        Conv2D.of(4, 3).activation(activation),
        DepthwiseConv2D.of(3).activation(activation),
        SeparableConv2D.of(4, 3).activation(activation))) {
      Plan plan = Plan.of(new Graph(
          IMAGE,
          List.of(
              new Graph.Node(layer, List.of(-1)),
              new Graph.Node(POOL, List.of(0)),
              new Graph.Node(CLASSES, List.of(1)))));
      int last = plan.steps().size() - 3;
      assertEquals(activation.layer(), run(plan, last).operation());
      assertEquals(List.of(), run(plan, last).parameters());
      assertEquals(Activation.LINEAR, run(plan, last - 1).operation().activation());
      assertEquals(run(plan, last - 1).output(), run(plan, last).input());
    }
    Plan dense = Plan.of(
        Sequential.of(IMAGE, Flatten.instance(), Dense.of(5).activation(activation), CLASSES));
    assertEquals(Dense.of(5), run(dense, 1).operation());
    assertEquals(activation.layer(), run(dense, 2).operation());
  }

  @Test
  void theSoftmaxLayerAtTheEndIsLeftOut() {
    Plan plan =
        Plan.of(Sequential.of(IMAGE, Flatten.instance(), Dense.of(10), Activation.SOFTMAX.layer()));
    assertEquals(List.of("Flatten(0)->(1)", "Dense(1)->(2)"), lines(plan));
    assertEquals(run(plan, 1).output(), plan.logits());
  }

  @Test
  void onlyValuesBehindSomethingTrainedNeedAGradient() {
    Network network = Sequential.of(
        IMAGE,
        Activation.RELU.layer(),
        Conv2D.of(4, 3),
        BatchNormalization.defaults(),
        Flatten.instance(),
        CLASSES);
    assertEquals(List.of(false, true, true, true, true), needGradient(network));
    assertEquals(
        List.of(false, false, true, true, true), needGradient(network.freeze(List.of("conv2d"))));
    assertEquals(
        List.of(false, false, false, false, true),
        needGradient(network.freeze(List.of("conv2d", "batch_normalization"))));
    assertEquals(
        List.of(false, true, true, true, true),
        needGradient(network.freeze(List.of("batch_normalization", "dense"))),
        "frozen layers behind trained ones hand the gradient on");
    assertEquals(
        List.of(false, false, false, false, false),
        needGradient(network.freeze(List.of("conv2d", "batch_normalization", "dense"))));
  }

  @Test
  void aForkAndAMergeNeedAGradientWhereAnythingBeforeThemIsTrained() {
    Network network = Graph.of(IMAGE, images -> {
      Value stem = images.then(Conv2D.of(3, 1));
      return Add.of(stem, stem.then(Conv2D.of(3, 1))).then(POOL, CLASSES);
    });
    Plan plan = Plan.of(network.freeze(List.of("conv2d")));
    assertEquals(
        List.of(false, false),
        fork(plan, 1).writes().stream().map(Plan.Value::needsGradient).toList());
    assertEquals(
        List.of(false, true),
        run(plan, 3).reads().stream().map(Plan.Value::needsGradient).toList());
    assertEquals(true, run(plan, 3).output().needsGradient());
    assertEquals(
        List.of(true, true),
        fork(Plan.of(network), 1).writes().stream()
            .map(Plan.Value::needsGradient)
            .toList());
  }

  private static List<Boolean> needGradient(Network network) {
    return Plan.of(network).steps().stream()
        .map(step -> step.writes().get(0).needsGradient())
        .toList();
  }
}
