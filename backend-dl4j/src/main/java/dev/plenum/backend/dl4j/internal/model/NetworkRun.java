package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.layers.Connections;
import dev.plenum.backend.dl4j.internal.layers.LayerRun;
import dev.plenum.backend.dl4j.internal.layers.LayerRuns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's arrays for batches of one size, and its passes over them. */
final class NetworkRun implements AutoCloseable {
  private final int count;
  private final NativeMemory memory = new NativeMemory();
  private final List<LayerRun> layers = new ArrayList<>();
  private final INDArray input;
  private final INDArray logits;
  private final @Nullable INDArray logitsGradient;

  NetworkRun(Network network, Parameters parameters, Seed seed, int count, boolean trains) {
    this.count = count;
    input = memory.zeros(NativeMemory.batchShape(count, network.input().dimensions()));
    INDArray current = input;
    INDArray currentGradient = null; // nobody needs the images' own
    for (PlacedLayer layer : network.placedLayers()) {
      long[] shape = NativeMemory.batchShape(count, layer.output().dimensions());
      if (LayerRuns.onlyReshapes(layer.spec(), trains)) {
        current = NativeMemory.view(current, 0, shape);
        currentGradient =
            currentGradient == null ? null : NativeMemory.view(currentGradient, 0, shape);
      } else {
        INDArray output = memory.zeros(shape);
        INDArray outputGradient = trains ? memory.zeros(shape) : null;
        layers.add(LayerRuns.of(
            layer,
            new Connections(current, output, currentGradient, outputGradient),
            parameters.ofLayer(layer.index()),
            seed,
            memory));
        current = output;
        currentGradient = outputGradient;
      }
    }
    logits = current;
    logitsGradient = currentGradient;
  }

  /** The number of images it is made for. */
  int count() {
    return count;
  }

  /** Computes the logits of the images from {@code firstImage} on and writes them likewise. */
  void forward(float[] images, int firstImage, long step, float[] logitValues) {
    int imageSize = Math.toIntExact(input.length() / count);
    NativeMemory.write(images, Math.multiplyExact(firstImage, imageSize), input);
    for (LayerRun layer : layers) {
      layer.forward(step);
    }
    int classes = Math.toIntExact(logits.length() / count);
    NativeMemory.read(logits, logitValues, firstImage * classes);
  }

  /** Computes the gradients of the parameters from those of the logits. */
  void backward(float[] logitsGradientValues) {
    if (logitsGradient == null) {
      throw new IllegalStateException("this network only predicts");
    }
    NativeMemory.write(logitsGradientValues, 0, logitsGradient);
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward();
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
