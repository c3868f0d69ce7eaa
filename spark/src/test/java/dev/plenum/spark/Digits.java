package dev.plenum.spark;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.datasets.Datasets;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.cluster.TrainingSource;
import java.io.IOException;

/** Small trainings on the embedded digits. */
final class Digits {
  static final int EPOCHS = 8;

  private Digits() {}

  /** The first of the digits. */
  static TrainTest whole() throws IOException {
    TrainTest all = Datasets.digits().load();
    return new TrainTest("some digits", all.train().first(600), first(all.test()), all.sha256());
  }

  private static Dataset first(Dataset test) {
    return test.first(100);
  }

  /** How they are learned. */
  static final class Source implements TrainingSource {
    private static final long serialVersionUID = 1L;

    @Override
    public Recipe recipe() {
      return Recipe.of(BuiltInNetwork.SIMPLE_CONV)
          .augmentation(ImageAugmentation.none().rotation(10))
          .epochs(EPOCHS)
          .batchSize(50)
          .seed(11);
    }

    @Override
    public TrainingData data(TrainTest whole) {
      return TrainingData.of(whole).first(500).validation(0.2, Seed.seed(5));
    }
  }
}
