package dev.plenum.predictor;

import dev.plenum.api.Backend;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.ensemble.SavedClassifier;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A trained model or committee that classifies pictures for any number of threads.
 *
 * <pre>{@code
 * try (Predictor predictor = Predictor.of(Path.of("model.plenum")).open(Backends.get("purejava"))) {
 *   Answer answer = predictor.classify(inputStream);
 *   answer.best().className();
 *   answer.probability("circle");
 * }
 * }</pre>
 *
 * <p>A picture is decoded and prepared on the thread that brings it, and then waits in a queue. One thread
 * takes what waits, up to 64 pictures at once, and asks the model, whose weights are in memory once. An
 * answer has the same bits as if its picture had been the only one: where a backend cannot promise that,
 * pictures are classified one by one.
 *
 * <p>Each way to ask comes twice: {@code classify} waits for the answer, {@code classifyAsync} gives a
 * future, and does not wait for the model. What is wrong is thrown by the first and is in the second's
 * future: {@link PictureRefusedException}, another {@link IOException} if the picture's file or stream
 * cannot be read, {@link QueueFullException}, {@link PredictorClosedException}, and {@link
 * IllegalStateException} if the model's output is not a number. {@code classify} throws the last one
 * also if its thread is interrupted while it waits.
 */
public final class Predictor implements AutoCloseable {
  private final PredictorOptions options;
  private final Backend backend;
  private final PictureLoader pictures;
  private final Counters counters = new Counters();
  private final RequestQueue queue;
  private final Requests requests;
  private final Thread worker;
  private final Object changing = new Object();

  Predictor(PredictorOptions options, Backend backend) throws IOException {
    this.options = options;
    this.backend = backend;
    pictures = new PictureLoader(options);
    queue = new RequestQueue(options.queueSize());
    requests = new Requests(queue, counters, loaded(options.file()));
    worker = new Thread(new Worker(queue, counters), "plenum-predictor");
    worker.setDaemon(true);
    worker.start();
  }

  /**
   * {@return the options of a predictor for a file of a model or committee}
   *
   * @param file is read when the predictor is opened
   */
  public static PredictorOptions of(Path file) {
    return PredictorOptions.of(file);
  }

  private LiveModel loaded(Path file) throws IOException {
    SavedClassifier saved = SavedClassifier.read(file);
    ModelInputs inputs = usable(file, () -> ModelInputs.of(saved.preprocessing()));
    ModelInputs chosen = options.preparation().map(inputs::preparedAs).orElse(inputs);
    requireInvertible(chosen, file);
    return usable(file, () -> LiveModel.of(saved, chosen, options.file(file), backend));
  }

  /** What is made of a file that may ask for what is not known here. */
  private static <T> T usable(Path file, Supplier<T> maker) throws IOException {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  private void requireInvertible(ModelInputs inputs, Path file) {
    try {
      if (options.isInverted()) {
        inputs.requireInvertible();
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Classifies a picture in a file.
   *
   * @param file of one of the formats of {@link dev.plenum.datasets.ImageFiles}
   * @return what the model says of it
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws PictureRefusedException if it is none that can be classified
   * @throws IOException if it cannot be read
   */
  public Answer classify(Path file) throws IOException {
    return requests.await(inputs -> pictures.load(inputs, file));
  }

  /**
   * Classifies a picture.
   *
   * @param file the bytes of a file of one of the formats; not changed, and not kept
   * @return what the model says of it
   * @throws PictureRefusedException if it is none that can be classified
   */
  public Answer classify(byte[] file) throws IOException {
    return requests.await(inputs -> pictures.load(inputs, file));
  }

  /**
   * Classifies a picture that is prepared in another way than all others, and not inverted.
   *
   * @param file the bytes of a file of one of the formats; not changed, and not kept
   * @param how it is brought to the model's size and colours
   * @return what the model says of it
   * @throws PictureRefusedException if it is none that can be classified
   */
  public Answer classify(byte[] file, Preparation how) throws IOException {
    return requests.await(inputs -> pictures.load(inputs, file, how));
  }

  /**
   * Classifies a picture.
   *
   * @param in the bytes of a file of one of the formats; is read to its end, and not closed
   * @return what the model says of it
   * @throws PictureRefusedException if it is none that can be classified
   * @throws IOException if it cannot be read
   */
  public Answer classify(InputStream in) throws IOException {
    return requests.await(inputs -> pictures.load(inputs, in));
  }

  /**
   * Classifies a picture.
   *
   * @param image grey or in red, green and blue, perhaps with alpha; must not change meanwhile
   * @return what the model says of it
   * @throws PictureRefusedException if it is none that can be classified
   */
  public Answer classify(BufferedImage image) throws IOException {
    return requests.await(inputs -> pictures.load(inputs, image));
  }

  /**
   * Classifies a picture of pixels, which is prepared like any other.
   *
   * @param shape (height, width, channels), with 1 or 3 channels
   * @param pixels one byte from 0 to 255 per channel, in h, w, c order
   * @return what the model says of it
   * @throws IllegalArgumentException if the shape is not that of such an image, or there are more or fewer
   *     pixels
   * @throws PictureRefusedException if it is too large
   */
  public Answer classify(Shape shape, byte[] pixels) throws IOException {
    return requests.await(inputs -> pictures.load(inputs, shape, pixels));
  }

  /**
   * As {@link #classify(Path)}; the file is read and decoded before this returns.
   *
   * @param file of one of the formats of {@link dev.plenum.datasets.ImageFiles}
   * @return what the model says of it, or what is wrong
   */
  public CompletableFuture<Answer> classifyAsync(Path file) {
    return requests.submit(inputs -> pictures.load(inputs, file));
  }

  /**
   * As {@link #classify(byte[])}; the picture is decoded before this returns.
   *
   * @param file the bytes of a file of one of the formats; not changed, and not kept
   * @return what the model says of it, or what is wrong
   */
  public CompletableFuture<Answer> classifyAsync(byte[] file) {
    return requests.submit(inputs -> pictures.load(inputs, file));
  }

  /**
   * As {@link #classify(byte[], Preparation)}; the picture is decoded before this returns.
   *
   * @param file the bytes of a file of one of the formats; not changed, and not kept
   * @param how it is brought to the model's size and colours
   * @return what the model says of it, or what is wrong
   */
  public CompletableFuture<Answer> classifyAsync(byte[] file, Preparation how) {
    return requests.submit(inputs -> pictures.load(inputs, file, how));
  }

  /**
   * As {@link #classify(InputStream)}; the stream is read and decoded before this returns.
   *
   * @param in the bytes of a file of one of the formats; not closed
   * @return what the model says of it, or what is wrong
   */
  public CompletableFuture<Answer> classifyAsync(InputStream in) {
    return requests.submit(inputs -> pictures.load(inputs, in));
  }

  /**
   * As {@link #classify(BufferedImage)}; the picture is prepared before this returns.
   *
   * @param image grey or in red, green and blue, perhaps with alpha; must not change before this returns
   * @return what the model says of it, or what is wrong
   */
  public CompletableFuture<Answer> classifyAsync(BufferedImage image) {
    return requests.submit(inputs -> pictures.load(inputs, image));
  }

  /**
   * As {@link #classify(Shape, byte[])}; the picture is prepared before this returns.
   *
   * @param shape (height, width, channels), with 1 or 3 channels
   * @param pixels one byte from 0 to 255 per channel, in h, w, c order
   * @return what the model says of it, or what is wrong
   */
  public CompletableFuture<Answer> classifyAsync(Shape shape, byte[] pixels) {
    return requests.submit(inputs -> pictures.load(inputs, shape, pixels));
  }

  /** {@return what is known of the model that takes the next request} */
  public ServedModel model() {
    return requests.current().description();
  }

  /**
   * Lets another model take over. It is read and tried before it does; requests are taken all the time,
   * and those that came before it are still answered by the model that was there, which is closed after
   * them. Its classes and the size of its pictures may be others. Both models are in memory for that time.
   *
   * @param file of the other model or committee
   * @throws PredictorClosedException if the predictor is closed
   * @throws IllegalArgumentException if pictures are inverted, and it takes digits, see {@link
   *     ModelInputs#requireInvertible}; the model that was there stays
   * @throws IOException if the file is none of a model that can be used; the model that was there stays
   * @throws dev.plenum.api.UnsupportedLayerException if the backend cannot run a layer of the network; the
   *     model that was there stays
   */
  public void replace(Path file) throws IOException {
    synchronized (changing) {
      requests.current(); // refuses if closed
      requests.replace(loaded(file));
      counters.replaced();
    }
  }

  /** {@return what it did until now} */
  public Statistics statistics() {
    return counters.read(queue.size());
  }

  /**
   * Takes no more requests, waits until those that wait are answered, and frees the model. A second call
   * does nothing.
   */
  @Override
  public void close() {
    synchronized (changing) {
      queue.close();
      joinWorker();
      requests.close();
    }
  }

  private void joinWorker() {
    boolean interrupted = false;
    while (true) {
      try {
        worker.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // what waits is answered first
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
