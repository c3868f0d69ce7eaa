package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochBatchesTest {
  private static final int[] ORDER = {6, 5, 4, 3, 2, 1, 0};

  private static EpochBatches epoch(int batchSize, Optional<ImageTransform> augmentation) {
    CounterRandom random = CounterRandom.of(Purpose.AUGMENTATION, new Seed(1), 0);
    return new EpochBatches(NumberedImages.of(7), ORDER, batchSize, augmentation, random);
  }

  @Test
  void loadsAnyStepInAnyOrder() {
    EpochBatches epoch = epoch(3, Optional.empty());
    Batch batch = epoch.newBatch();
    epoch.load(2, batch);
    assertEquals(List.of(0), NumberedImages.numbers(batch));
    epoch.load(0, batch);
    assertEquals(List.of(6, 5, 4), NumberedImages.numbers(batch));
  }

  @Test
  void itsBatchesHaveRoomForAsManyImagesAsThereAre() {
    assertEquals(3, epoch(3, Optional.empty()).newBatch().labels().length);
    assertEquals(7, epoch(Integer.MAX_VALUE, Optional.empty()).newBatch().labels().length);
  }

  @Test
  void theAugmentationChangesTheImagesAndNotTheLabels() {
    ImageTransform next = (source, target, offset, shape, random) -> {
      target[offset] = source[0];
      target[offset + 1] = source[1] + 1 / 255f;
    };
    EpochBatches epoch = epoch(3, Optional.of(next));
    Batch batch = epoch.newBatch();
    epoch.load(1, batch);
    assertEquals(List.of(4, 3, 2), NumberedImages.numbers(batch));
    assertEquals(
        List.of(0, 2, 1), List.of(batch.labels()[0], batch.labels()[1], batch.labels()[2]));
  }
}
