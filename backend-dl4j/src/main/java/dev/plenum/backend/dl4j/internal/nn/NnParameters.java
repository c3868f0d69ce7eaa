package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.spi.ParameterStore;
import dev.plenum.api.spi.StoredParameter;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.layers.Variable;
import dev.plenum.backend.dl4j.internal.optimizers.OptimizerArrays;
import dev.plenum.backend.dl4j.internal.optimizers.ParameterUpdate;
import dev.plenum.backend.dl4j.internal.optimizers.TrainedParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of Deeplearning4j's network, which are one flat array, layer after layer, in its own
 * layouts; likewise their gradients. The updater's state is another, in blocks of layers that follow one
 * another. What is handed out and taken is in Keras's layouts.
 */
final class NnParameters implements ParameterStore, AutoCloseable {
  private final NativeMemory memory = new NativeMemory();
  private final NnNetwork network;
  private final BaseMultiLayerUpdater<?> updater;
  private final List<String> slotNames;
  private final INDArray values;
  private final INDArray gradient;
  private final @Nullable INDArray averages;
  private final Map<String, ParameterPlace> places = new LinkedHashMap<>();
  private final List<Runnable> withoutGradient = new ArrayList<>();
  private final Runnable subtraction;
  private final ParameterUpdate update;

  NnParameters(Network ours, OptimizerSpec optimizer, NnNetwork network) {
    this.network = network;
    updater = network.updater();
    slotNames = optimizer.slots();
    values = flat(network.model().params());
    gradient = flat(network.model().getGradientsViewArray());
    averages = optimizer.options().emaMomentum().isPresent() ? memory.zeros(values.length()) : null;
    subtraction = Elementwise.subtract(values, gradient, values);
    StoredParameter.of(ours, optimizer)
        .forEach(parameter -> places.put(parameter.name(), place(parameter)));
    ours.placedLayers().forEach(this::addConstants);
    update = new ParameterUpdate(
        optimizer.options(),
        trainedParameters(),
        arrays(),
        (rate, iteration) -> subtractUpdate(iteration));
  }

  private static INDArray flat(INDArray array) {
    return NativeMemory.view(array, 0, array.length());
  }

  private ParameterPlace place(StoredParameter parameter) {
    INDArray array = network.layer(parameter.layer().name()).getParam(ParameterKeys.of(parameter));
    return new ParameterPlace(
        parameter,
        offset(array),
        Arrays.stream(ParameterKeys.inKerasOrder(array, parameter).stride())
            .boxed()
            .toList());
  }

  private int offset(INDArray array) {
    return Math.toIntExact(array.offset() - values.offset());
  }

  /**
   * What Deeplearning4j has for a layer and the optimizer must leave alone: arrays of frozen layers, and
   * gamma and beta of a batch normalisation that has none in our network.
   */
  private void addConstants(PlacedLayer layer) {
    if (layer.parameters().isEmpty()) {
      return;
    }
    Layer theirs = network.layer(layer.name());
    if (layer.frozen()) {
      theirs.paramTable().values().forEach(this::addConstant);
    }
    if (layer.spec() instanceof BatchNormalization norm) {
      if (!norm.scale()) {
        addConstant(theirs.getParam(BatchNormalizationParamInitializer.GAMMA).assign(1));
      }
      if (!norm.center()) {
        addConstant(theirs.getParam(BatchNormalizationParamInitializer.BETA));
      }
    }
  }

  private void addConstant(INDArray array) {
    withoutGradient.add(
        Elementwise.fill(0, NativeMemory.view(gradient, offset(array), array.length())));
  }

  private List<TrainedParameter> trainedParameters() {
    return places.values().stream()
        .filter(place -> place.parameter().isTrained())
        .map(place -> new TrainedParameter(
            place.parameter().name(),
            place.parameter().spec().regularizer(),
            new Variable(part(values, place), part(gradient, place))))
        .toList();
  }

  private static INDArray part(INDArray array, ParameterPlace place) {
    return NativeMemory.view(array, place.offset(), place.length());
  }

  private OptimizerArrays arrays() {
    return new OptimizerArrays(
        values,
        values,
        gradient,
        averages == null ? Map.of() : Map.of(UpdateOptions.EMA, averages),
        memory.zeros(values.length()));
  }

  /** Makes an update of the gradients that Deeplearning4j's network has computed. */
  void update(double learningRate, long iteration) {
    withoutGradient.forEach(Runnable::run);
    update.run(learningRate, iteration);
  }

  /**
   * What Deeplearning4j does with gradients: its updater makes updates of them, which are subtracted. It
   * counts to 2³¹; Adam's corrections, which alone depend on the count, are 1 long before.
   */
  private void subtractUpdate(long iteration) {
    int count = (int) Math.min(iteration - 1, Integer.MAX_VALUE - 1);
    updater.update(network.model().gradient(), count, 0, 1, LayerWorkspaceMgr.noWorkspaces());
    subtraction.run();
  }

  @Override
  public NamedTensors weights() {
    return weights(place -> true);
  }

  @Override
  public NamedTensors weights(int layer) {
    return weights(place -> place.parameter().layer().index() == layer);
  }

  private NamedTensors weights(Predicate<ParameterPlace> wanted) {
    float[] all = NativeMemory.toArray(values);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    places.forEach((name, place) -> {
      if (wanted.test(place)) {
        weights.put(name, place.read(all, place.offset()));
      }
    });
    return new NamedTensors(weights);
  }

  @Override
  public void setWeights(NamedTensors weights) {
    weights.requireSameStructure(weights(), "the weights");
    float[] all = NativeMemory.toArray(values); // with the constants, which nobody sets
    places.forEach((name, place) -> place.write(weights.get(name), all, place.offset()));
    NativeMemory.write(all, 0, values);
  }

  @Override
  public NamedTensors slots() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    float[] state = floats(updater.getStateViewArray());
    float[] average = floats(averages);
    forEachSlot((name, place, start) -> tensors.put(
        name, place.read(start.isEmpty() ? average : state, start.orElse(place.offset()))));
    return new NamedTensors(tensors);
  }

  @Override
  public void setSlots(NamedTensors tensors) {
    tensors.requireSameStructure(slots(), "the optimizer's slots");
    float[] state = floats(updater.getStateViewArray());
    float[] average = floats(averages);
    forEachSlot((name, place, start) -> place.write(
        tensors.get(name), start.isEmpty() ? average : state, start.orElse(place.offset())));
    write(state, updater.getStateViewArray());
    write(average, averages);
  }

  private static float[] floats(@Nullable INDArray array) {
    return array == null ? new float[0] : NativeMemory.toArray(array);
  }

  private static void write(float[] values, @Nullable INDArray array) {
    if (array != null) {
      NativeMemory.write(values, 0, array);
    }
  }

  /** What is done with a slot. */
  private interface SlotWork {
    /** With its name, its parameter, and where it begins in the updater's state; else it is an average. */
    void with(String name, ParameterPlace place, OptionalInt start);
  }

  private void forEachSlot(SlotWork work) {
    for (ParameterPlace place : places.values()) {
      for (String slot : place.parameter().slots()) {
        boolean average = slot.equals(UpdateOptions.EMA);
        work.with(
            place.parameter().slotName(slot),
            place,
            average ? OptionalInt.empty() : OptionalInt.of(stateOffset(place, slot)));
      }
    }
  }

  /** In its block, one slot of all the block's parameters lies behind the other. */
  private int stateOffset(ParameterPlace place, String slot) {
    UpdaterBlock block = updater.getUpdaterBlocks().stream()
        .filter(candidate -> candidate.getParamOffsetStart() <= place.offset()
            && place.offset() < candidate.getParamOffsetEnd())
        .findFirst()
        .orElseThrow();
    int start = block.getParamOffsetStart();
    int length = block.getParamOffsetEnd() - start;
    return block.getUpdaterViewOffsetStart()
        + slotNames.indexOf(slot) * length
        + place.offset()
        - start;
  }

  @Override
  public void close() {
    memory.close();
    network.model().params().close();
    network.model().getGradientsViewArray().close();
    INDArray state = updater.getStateViewArray();
    if (state != null) {
      state.close();
    }
  }
}
