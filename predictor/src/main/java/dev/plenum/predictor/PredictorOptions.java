package dev.plenum.predictor;

import dev.plenum.api.Backend;
import dev.plenum.datasets.picture.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a predictor is made from; immutable, each method gives a changed copy.
 *
 * @param file of a model or committee
 * @param queueSize how many pictures may wait; each takes as many bytes as the network sees pixels and
 *     channels
 * @param batchSize how many pictures that wait the model is asked about at once, at most
 * @param maxBytes the largest file of a picture that is read
 * @param maxPixels the largest picture that is decoded; fewer where the heap has less than 32 bytes for each
 * @param preparation how pictures become images, if not as the model's file says
 * @param isInverted whether dark and light are then exchanged, which those that become digits cannot be
 */
public record PredictorOptions(
    Path file,
    int queueSize,
    int batchSize,
    int maxBytes,
    long maxPixels,
    Optional<Preparation> preparation,
    boolean isInverted) {
  private static final int QUEUE = 1024;
  private static final int BATCH = 64;
  private static final int BYTES = 32 << 20;
  private static final long PIXELS = 50_000_000;
  private static final int MOST_BYTES = 1 << 28;

  /**
   * Checks the numbers.
   *
   * @param file of a model or committee
   * @param queueSize at least 1
   * @param batchSize from 1 to 64
   * @param maxBytes from 1 to 268,435,456
   * @param maxPixels at least 1
   * @param preparation how pictures become images; empty if as the model's file says
   * @param isInverted whether dark and light are then exchanged
   * @throws IllegalArgumentException if a number is out of its range
   */
  public PredictorOptions {
    require("queueSize", queueSize, Integer.MAX_VALUE);
    require("batchSize", batchSize, BATCH);
    require("maxBytes", maxBytes, MOST_BYTES);
    require("maxPixels", maxPixels, Long.MAX_VALUE);
  }

  private static void require(String name, long value, long most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be from 1 to %d, found %d", name, most, value));
    }
  }

  /**
   * The defaults: 1,024 pictures wait, 64 are classified at once, and they have at most 33,554,432 bytes
   * and 50,000,000 pixels.
   */
  static PredictorOptions of(Path file) {
    return new PredictorOptions(file, QUEUE, BATCH, BYTES, PIXELS, Optional.empty(), false);
  }

  /**
   * {@return the same with another length of the queue}
   *
   * @param pictures how many may wait, at least 1
   */
  public PredictorOptions queueSize(int pictures) {
    return new PredictorOptions(
        file, pictures, batchSize, maxBytes, maxPixels, preparation, isInverted);
  }

  /**
   * {@return the same with another number of pictures at once} Answers do not depend on it.
   *
   * @param pictures how many at most, from 1 to 64
   */
  public PredictorOptions batchSize(int pictures) {
    return new PredictorOptions(
        file, queueSize, pictures, maxBytes, maxPixels, preparation, isInverted);
  }

  /**
   * {@return the same with another bound of files}
   *
   * @param bytes of the largest file that is read, from 1 to 268,435,456
   */
  public PredictorOptions maxBytes(int bytes) {
    return new PredictorOptions(
        file, queueSize, batchSize, bytes, maxPixels, preparation, isInverted);
  }

  /**
   * {@return the same with another bound of pictures}
   *
   * @param pixels of the largest picture that is decoded, at least 1
   */
  public PredictorOptions maxPixels(long pixels) {
    return new PredictorOptions(
        file, queueSize, batchSize, maxBytes, pixels, preparation, isInverted);
  }

  /**
   * {@return the same with pictures prepared in another way than the model's file says}
   *
   * @param other how they become images
   */
  public PredictorOptions preparation(Preparation other) {
    return new PredictorOptions(
        file, queueSize, batchSize, maxBytes, maxPixels, Optional.of(other), isInverted);
  }

  /**
   * {@return the same for digits that somebody drew or photographed, and a model that was trained on MNIST's}
   * The ink is found and made white on black, scaled and centred as MNIST's is.
   */
  public PredictorOptions prepareDigit() {
    return preparation(Preparation.digit());
  }

  /** {@return the same with dark and light exchanged} */
  public PredictorOptions inverted() {
    return new PredictorOptions(file, queueSize, batchSize, maxBytes, maxPixels, preparation, true);
  }

  /**
   * {@return the same for another file}
   *
   * @param other of a model or committee
   */
  public PredictorOptions file(Path other) {
    return new PredictorOptions(
        other, queueSize, batchSize, maxBytes, maxPixels, preparation, isInverted);
  }

  /**
   * Reads the file and starts to take requests.
   *
   * @param backend what computes
   * @return the predictor; whoever opens it closes it
   * @throws IllegalArgumentException if pictures are inverted, and prepared as digits, whether these options
   *     say so or the file
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if it is neither a model nor a committee, is damaged, or asks for what is not known
   *     here
   * @throws dev.plenum.api.BackendUnavailableException if the backend is not available here
   * @throws dev.plenum.api.UnsupportedLayerException if the backend cannot run a layer of the network
   */
  public Predictor open(Backend backend) throws IOException {
    return new Predictor(this, backend);
  }
}
