package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.data.Batch;
import dev.plenum.backend.purejava.internal.layers.InputRun;
import dev.plenum.backend.purejava.internal.layers.LayerRun;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network's passes over batches of a certain size, see {@link NetworkBuilder}.
 *
 * @param capacity the largest number of images
 * @param input gets the images
 * @param layers forward from the first to the last, backward from the last to the first
 * @param logits the outputs of the last layer, without softmax
 * @param trainedLogits the gradient of the logits; null in a network that only predicts
 */
record NetworkRun(
    int capacity,
    InputRun input,
    List<LayerRun> layers,
    FeatureMaps logits,
    @Nullable FeatureMaps trainedLogits) {

  boolean trains() {
    return trainedLogits != null;
  }

  /** To be filled before {@link #backward}. */
  FeatureMaps logitsGradient() {
    if (trainedLogits == null) {
      throw new IllegalStateException("this network only predicts");
    }
    return trainedLogits;
  }

  void predict(float[] images, int firstImage, int count) {
    input.set(images, firstImage);
    for (LayerRun layer : layers) {
      layer.forward(count);
    }
  }

  void forward(Batch batch, long step) {
    input.set(batch);
    for (int i = 0; i < layers.size(); i++) { // an iterator would be an object in every step
      layers.get(i).forward(batch.size(), step);
    }
  }

  void backward(int count) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(count);
    }
  }
}
