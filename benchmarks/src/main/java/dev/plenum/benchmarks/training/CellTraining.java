package dev.plenum.benchmarks.training;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import dev.plenum.experiment.StartupClock;
import dev.plenum.experiment.statistics.Sample;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord.Platform;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trains a cell in this process and measures it. Plain and augmented epochs take turns, so that a
 * machine that becomes slower or faster does so for both.
 */
final class CellTraining {
  private static final Seed SEED = new Seed(1);

  private final StartupClock startup = new StartupClock();
  private final AllocationMeter allocation = new AllocationMeter();
  private final List<Double> epochSeconds = new ArrayList<>();
  private final List<Double> augmentedEpochSeconds = new ArrayList<>();
  private final List<Double> bytesPerStep = new ArrayList<>();
  private long collections;

  /** Measures, and returns the JSON of {@link CellMeasures} and {@link Platform}. */
  JsonObject measure(TrainingCell cell, TrainingSettings settings) throws IOException {
    Backend backend = Backends.get(cell.backend())
        .withSettings(Map.of("threads", String.valueOf(cell.threads())));
    backend.warmUp();
    MeasuredData data = MeasuredData.of(cell.network().network().input(), settings);
    try (Model model = backend.compile(cell.network().network(), Adam.defaults(), SEED)) {
      train(model, data, settings.epochs());
      int batch = MeasuredNetwork.BATCH_SIZE;
      return new CellMeasures(
              data.name(),
              data.train().size(),
              data.train().size() / batch * batch,
              startup.seconds(),
              epochSeconds,
              augmentedEpochSeconds,
              Inference.seconds(model, data.test()),
              new Sample(bytesPerStep).median(),
              collections)
          .toJson()
          .withAll(Platform.of(backend).toJson());
    }
  }

  private void train(Model model, MeasuredData data, int epochs) {
    Fit fit = Fit.epochs(1).batchSize(MeasuredNetwork.BATCH_SIZE);
    Fit augmented = fit.augmentation(ImageAugmentation.referenceExperiment());
    for (int epoch = 0; epoch < epochs; epoch++) {
      long before = collectionsUntilNow();
      epochSeconds.add(seconds(model, data, fit, startup, allocation));
      if (epoch > 0) {
        collections += collectionsUntilNow() - before;
        bytesPerStep.add(allocation.bytesPerStep());
      }
      augmentedEpochSeconds.add(seconds(model, data, augmented));
    }
  }

  private static double seconds(Model model, MeasuredData data, Fit epoch, Callback... meters) {
    return model.fit(data.train(), epoch.callbacks(meters)).epochs().get(0).seconds();
  }

  private static long collectionsUntilNow() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}
