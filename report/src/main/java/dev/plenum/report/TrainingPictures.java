package dev.plenum.report;

import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.experiment.Trained;
import dev.plenum.experiment.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The pictures of a training: {@code accuracy.png}, its accuracy over the epochs; the same of each other
 * metric that was measured on validation images, {@code macro_f1.png}; and {@code misclassified.png}, the
 * test images that it got wrong.
 */
public final class TrainingPictures implements TrainingRun.Pictures {
  private static final TrainingPictures INSTANCE = new TrainingPictures();

  private TrainingPictures() {}

  /** {@return the pictures; one object serves all trainings} */
  public static TrainingPictures instance() {
    return INSTANCE;
  }

  @Override
  public void write(Trained trained, Path folder) throws IOException {
    write(MetricNames.ACCURACY, trained, folder);
    if (trained.data().validation().isPresent()) {
      for (Metric metric : trained.recipe().metrics()) {
        write(metric.name(), trained, folder);
      }
    }
    PictureFile.write(
        folder.resolve("misclassified.png"),
        () -> MisclassifiedGallery.of(trained.data().test(), trained.test()));
  }

  private static void write(String metric, Trained trained, Path folder) throws IOException {
    PictureFile.write(folder.resolve(metric + ".png"), () -> chart(metric, trained));
  }

  private static Picture chart(String metric, Trained trained) {
    String network = trained.recipe().network().displayName();
    RunHistory run = RunHistory.of(network, trained.history())
        .test(trained.test().value(metric))
        .ink(NetworkInk.of(network));
    return HistoryChart.of(metric, run)
        .title(network + " on " + trained.data().whole().name());
  }
}
