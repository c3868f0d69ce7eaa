package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's network with all that the api gives it; used by one thread alone. */
final class NnTraining implements AutoCloseable {
  /** How many images are predicted at a time. */
  private static final int PREDICTION_BATCH = 128;

  private final NativeMemory memory = new NativeMemory();
  private final Network ours;
  private final GivenStep step = new GivenStep();
  private final GivenLoss loss;
  private final NnLayers layers;
  private final NnNetwork network;
  private final NnParameters parameters;

  NnTraining(Network ours, OptimizerSpec optimizer, Loss loss, Seed seed) {
    this.ours = ours;
    this.loss = new GivenLoss(loss, ours);
    layers = new NnLayers(seed, step, this.loss);
    network = new NnNetworks(layers, NnUpdaters.of(optimizer, step, memory)).of(ours);
    parameters = new NnParameters(ours, optimizer, network);
  }

  NnParameters parameters() {
    return parameters;
  }

  BatchResult update(Batch batch, long number, double learningRate) {
    step.set(number, learningRate);
    loss.begin(batch);
    try (NativeMemory arrays = new NativeMemory()) {
      INDArray labels = arrays.zeros(batch.size(), ours.classes());
      network.computeGradients(images(batch.images(), 0, batch.size(), arrays), labels);
    }
    parameters.update(learningRate, number + 1);
    return loss.result();
  }

  void computeLogits(float[] images, int count, float[] logits) {
    int classes = ours.classes();
    for (int start = 0; start < count; start += PREDICTION_BATCH) {
      int size = Math.min(PREDICTION_BATCH, count - start);
      try (NativeMemory arrays = new NativeMemory();
          INDArray output = network.logits(images(images, start, size, arrays))) {
        INDArray ordered = arrays.zeros(size, classes).assign(output);
        NativeMemory.read(ordered, logits, start * classes);
      }
    }
  }

  private INDArray images(float[] pixels, int first, int count, NativeMemory arrays) {
    INDArray images = arrays.zeros(NativeMemory.batchShape(count, ours.input().dimensions()));
    NativeMemory.write(pixels, Math.multiplyExact(first, ours.input().size()), images);
    return images;
  }

  @Override
  public void close() {
    parameters.close();
    layers.close();
    memory.close();
    destroyWorkspaces();
  }

  /** One by one: Deeplearning4j's call for all asks the JVM for a garbage collection as well. */
  private static void destroyWorkspaces() {
    MemoryWorkspaceManager manager = Nd4j.getWorkspaceManager();
    manager.getAllWorkspacesForCurrentThread().forEach(manager::destroyWorkspace);
  }
}
