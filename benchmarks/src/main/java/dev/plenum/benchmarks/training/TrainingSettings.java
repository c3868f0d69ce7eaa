package dev.plenum.benchmarks.training;

import dev.plenum.benchmarks.network.MeasuredNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long to train, and on what.
 *
 * @param epochs plain epochs of a training, and as many augmented ones; the first of each warms up, so
 *     at least 2
 * @param images the most images to train on; at least {@link #FEWEST_IMAGES}
 * @param dataDir where MNIST lies; empty to look for it in the cache, and to take generated digits if
 *     it is not there
 */
record TrainingSettings(int epochs, int images, Optional<Path> dataDir) {
  /** Two batches: what a step allocates is measured from the end of the first to that of the last. */
  static final int FEWEST_IMAGES = 2 * MeasuredNetwork.BATCH_SIZE;
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is too small
   */
  TrainingSettings {
    if (epochs < 2) {
      throw new IllegalArgumentException(
          "--epochs must be at least 2, because the first one warms up; found " + epochs);
    }
    if (images < FEWEST_IMAGES) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "--images must be at least %d, two batches; found %d",
          FEWEST_IMAGES,
          images));
    }
  }

  /** The same as options of a command line. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(
        List.of("--epochs", String.valueOf(epochs), "--images", String.valueOf(images)));
    dataDir.ifPresent(dir -> arguments.addAll(List.of("--data-dir", dir.toString())));
    return arguments;
  }
}
