package dev.plenum.benchmarks.training;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make {@link TrainingSettings}. */
final class TrainingOptions {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "plain epochs of each training, and as many augmented ones in between; the first"
              + " of each warms up (default: ${DEFAULT-VALUE})")
  private int epochs;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "50000",
      description = "the most images of an epoch, and to classify (default: ${DEFAULT-VALUE})")
  private int images;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "where MNIST lies, in the folder itself or in its folder mnist (default: the"
          + " cache; generated digits if it is not there)")
  private @Nullable Path dataDir;

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException if a number is too small
   */
  TrainingSettings settings() {
    return new TrainingSettings(epochs, images, Optional.ofNullable(dataDir));
  }
}
