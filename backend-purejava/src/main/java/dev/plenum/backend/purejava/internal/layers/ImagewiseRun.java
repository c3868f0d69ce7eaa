package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Successive layers that look at each image by itself: an image goes through all of them before the
 * next, so that what one layer writes the next one finds in the cache. Forward, a unit is an image;
 * backward, one of the {@link Slots}. Lists are run through by index, since an iterator is an object.
 */
final class ImagewiseRun implements LayerRun {
  private final List<ImageRun> layers;
  /** The layers' ways back, the last layer's first. */
  private final List<ImageBackward> backwards = new ArrayList<>();

  private final Workers workers;
  private final int slots;
  private final Phase predict;
  private final Phase forward = this::forwardImage;
  private final Phase backward = this::backwardSlot;
  private int count;
  private long step;

  /**
   * These layers.
   *
   * @param perWorker whether their maps have one image for each worker; then they only predict
   */
  ImagewiseRun(List<ImageRun> layers, Workers workers, boolean perWorker) {
    this.layers = List.copyOf(layers);
    this.workers = workers;
    predict = perWorker ? this::predictImageAlone : this::predictImage;
    for (ImageRun layer : layers) {
      ImageBackward back = layer.backward();
      if (back != null) {
        backwards.add(0, back);
      }
    }
    slots = backwards.stream().mapToInt(ImageBackward::maxSlots).min().orElse(0);
  }

  @Override
  public void forward(int count) {
    prepareAndRun(count, predict);
  }

  @Override
  public void forward(int count, long step) {
    this.step = step;
    prepareAndRun(count, forward);
  }

  private void prepareAndRun(int count, Phase phase) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).prepare();
    }
    workers.run(count, phase);
  }

  @Override
  public void backward(int count) {
    this.count = count;
    for (int i = 0; i < backwards.size(); i++) {
      backwards.get(i).prepare();
    }
    workers.run(slots, backward);
    for (int i = 0; i < backwards.size(); i++) {
      backwards.get(i).addSlots(slots);
    }
  }

  private void predictImage(int image, int worker) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(image, worker);
    }
  }

  private void predictImageAlone(int image, int worker) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).predict(image, worker);
    }
  }

  private void forwardImage(int image, int worker) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(image, worker, step);
    }
  }

  private void backwardSlot(int slot, int worker) {
    for (int i = 0; i < backwards.size(); i++) {
      backwards.get(i).clear(slot);
    }
    int end = Slots.start(slot + 1, slots, count);
    for (int image = Slots.start(slot, slots, count); image < end; image++) {
      for (int i = 0; i < backwards.size(); i++) {
        backwards.get(i).run(image, slot, worker);
      }
    }
    for (int i = 0; i < backwards.size(); i++) {
      backwards.get(i).finish(slot, worker);
    }
  }
}
