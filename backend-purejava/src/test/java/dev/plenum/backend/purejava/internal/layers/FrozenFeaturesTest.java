package dev.plenum.backend.purejava.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrozenFeaturesTest {
  private static final Shape IMAGE = Shape.of(1, 2, 1);
  private static final ImageTransform IDENTITY = (source, target, offset, shape, random) ->
      System.arraycopy(source, 0, target, offset, shape.size());

  private final Dataset dataset = dataset();
  private final Workers workers = new Workers(1, Kernels.scalar());
  private final FeatureMaps images = new FeatureMaps(IMAGE, Border.NONE, 2);
  private final FeatureMaps output = new FeatureMaps(IMAGE, new Border(1, 1, 1, 1), 2);
  private final InputRun input = new InputRun(images, workers);
  private final Batch batch = new Batch(IMAGE, 2);
  private final List<Integer> computed = new ArrayList<>();
  private long version;
  private final FrozenFeatures features =
      new FrozenFeatures(input, List.of(input, new Doubling()), output, () -> version);

  /** A layer that remembers the numbers of the images that went through it. */
  private final class Doubling implements ImageRun {
    @Override
    public void forward(int image, int worker) {
      int pixel = images.index(image, 0, 0);
      computed.add(Math.round(images.data()[pixel] * 255));
      output.data()[output.index(image, 0, 0)] = 2 * images.data()[pixel];
      output.data()[output.index(image, 0, 1)] = 2 * images.data()[pixel + 1];
    }

    @Override
    public @Nullable ImageBackward backward() {
      return null;
    }
  }

  /** Four images, whose first pixel is their number and whose second is ten times that. */
  private static Dataset dataset() {
    byte[] pixels = {0, 0, 1, 10, 2, 20, 3, 30};
    return new Dataset(IMAGE, pixels, new int[4], List.of("a", "b"));
  }

  @AfterEach
  void endTheThreads() {
    workers.close();
  }

  /** Trains on two images, and returns the numbers of those that were computed for that. */
  private List<Integer> step(int... order) {
    batch.load(dataset, order, 0, 2);
    return run(order);
  }

  private List<Integer> augmentedStep(int... order) {
    batch.load(dataset, order, 0, 2, IDENTITY, CounterRandom.of(Purpose.AUGMENTATION, new Seed(1)));
    return run(order);
  }

  private List<Integer> run(int... order) {
    computed.clear();
    input.set(batch);
    features.prepare();
    for (int i = 0; i < 2; i++) {
      features.forward(i, 0, 0);
      assertEquals(2 * order[i] / 255f, output.data()[output.index(i, 0, 0)], 1e-7);
      assertEquals(20 * order[i] / 255f, output.data()[output.index(i, 0, 1)], 1e-6);
    }
    return List.copyOf(computed);
  }

  @Test
  void everyImageOfADatasetIsComputedOnceWhereverItIsInABatch() {
    assertEquals(List.of(0, 1), step(0, 1));
    assertEquals(List.of(2), step(2, 1));
    assertEquals(List.of(3), step(3, 2));
    assertEquals(List.of(), step(1, 3));
    assertEquals(List.of(), step(0, 2));
  }

  @Test
  void otherWeightsMakeAllNew() {
    assertEquals(List.of(0, 1), step(0, 1));
    version++;
    assertEquals(List.of(0, 1), step(0, 1));
    assertEquals(List.of(), step(0, 1));
  }

  @Test
  void anotherDatasetMakesAllNew() {
    assertEquals(List.of(0, 1), step(0, 1));
    batch.load(dataset(), new int[] {0, 1}, 0, 2);
    assertEquals(List.of(0, 1), run(0, 1));
  }

  @Test
  void augmentedImagesAreComputedEveryTime() {
    assertEquals(List.of(0, 1), augmentedStep(0, 1));
    assertEquals(List.of(0, 1), augmentedStep(0, 1));
    assertEquals(List.of(0, 1), step(0, 1));
    assertEquals(List.of(1, 0), augmentedStep(1, 0));
  }

  @Test
  void predictingComputesAndKeepsNothing() {
    step(0, 1);
    computed.clear();
    input.set(new float[] {3 / 255f, 30 / 255f}, 0);
    input.forward(0, 0);
    features.forward(0, 0);
    assertEquals(3, computed.get(computed.size() - 1));
    assertEquals(6 / 255f, output.data()[output.index(0, 0, 0)], 1e-7);
    assertEquals(List.of(3), step(0, 3));
  }

  @Test
  void nothingGoesBack() {
    assertNull(features.backward());
  }
}
