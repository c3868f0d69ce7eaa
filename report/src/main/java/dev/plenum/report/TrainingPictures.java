package dev.plenum.report;

import dev.plenum.experiment.Trained;
import dev.plenum.experiment.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The pictures of a training: {@code accuracy.png}, its accuracy over the epochs, and {@code
 * misclassified.png}, the test images that it got wrong.
 */
public final class TrainingPictures implements TrainingRun.Pictures {
  private static final TrainingPictures INSTANCE = new TrainingPictures();

  private TrainingPictures() {}

  /** The pictures. */
  public static TrainingPictures instance() {
    return INSTANCE;
  }

  @Override
  public void write(Trained trained, Path folder) throws IOException {
    PictureFile.write(folder.resolve("accuracy.png"), () -> accuracy(trained));
    PictureFile.write(
        folder.resolve("misclassified.png"),
        () -> MisclassifiedGallery.of(trained.data().test(), trained.test()));
  }

  private static Picture accuracy(Trained trained) {
    String network = trained.recipe().network().displayName();
    RunHistory run = RunHistory.of(network, trained.history())
        .test(trained.test().accuracy())
        .ink(NetworkInk.of(network));
    return HistoryChart.of("accuracy", run)
        .title(network + " on " + trained.data().whole().name());
  }
}
