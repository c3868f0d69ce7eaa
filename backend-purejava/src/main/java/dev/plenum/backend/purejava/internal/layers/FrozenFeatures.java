package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The first layers of a network in training where nothing of them changes: they give the same for the same
 * image in every epoch, so that it is computed once and kept, unless images are augmented or there is no
 * room for all of a dataset's.
 */
final class FrozenFeatures implements ImageRun {
  /** What is kept takes at most one part in so many of the largest heap. */
  private static final int HEAP_SHARE = 4;

  private final InputRun input;
  private final List<ImageRun> layers;
  private final FeatureMaps output;
  private final LongSupplier weightsVersion;
  private long keptVersion;
  private @Nullable Dataset dataset;
  /** For each image of the dataset what the layers gave, once it is known; empty where there is no room. */
  private float[][] kept = new float[0][];

  /**
   * These layers.
   *
   * @param output what the last of them writes
   * @param weightsVersion another number whenever weights were set
   */
  FrozenFeatures(
      InputRun input, List<ImageRun> layers, FeatureMaps output, LongSupplier weightsVersion) {
    this.input = input;
    this.layers = List.copyOf(layers);
    this.output = output;
    this.weightsVersion = weightsVersion;
  }

  @Override
  public void prepare() {
    for (ImageRun layer : layers) {
      layer.prepare();
    }
    Batch batch = input.batch();
    Dataset current = batch == null ? null : batch.plainDataset();
    long version = weightsVersion.getAsLong();
    if (current != dataset || version != keptVersion) {
      dataset = current;
      keptVersion = version;
      kept = new float[current == null || !hasRoom(current) ? 0 : current.size()][];
    }
  }

  private boolean hasRoom(Dataset images) {
    long bytes = (long) images.size() * output.imageSize() * Float.BYTES;
    return bytes <= Runtime.getRuntime().maxMemory() / HEAP_SHARE;
  }

  @Override
  public void forward(int image, int worker) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(image, worker);
    }
  }

  @Override
  public void forward(int image, int worker, long step) {
    Batch batch = input.batch();
    if (batch == null || kept.length == 0) {
      compute(image, worker, step);
      return;
    }
    int index = batch.index(image);
    if (kept[index] == null) {
      compute(image, worker, step);
      float[] values = new float[output.imageSize()];
      output.copyTo(image, values);
      kept[index] = values;
    } else {
      output.copyImage(image, kept[index], 0);
    }
  }

  private void compute(int image, int worker, long step) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).forward(image, worker, step);
    }
  }

  @Override
  public @Nullable ImageBackward backward() {
    return null;
  }
}
