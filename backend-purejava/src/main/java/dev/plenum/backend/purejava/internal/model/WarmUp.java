package dev.plenum.backend.purejava.internal.model;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A short training of a small network on random images, by a thread of its own. It calls every kernel
 * often enough for the JVM to compile it, unless a training begins meanwhile.
 */
public final class WarmUp {
  private static final Shape IMAGE = Shape.of(16, 16, 1);
  private static final int CLASSES = 2;
  private static final int BATCH_SIZE = 4;
  /** With four times as many, first epochs are hardly shorter, and whole commands no shorter. */
  private static final int STEPS = 200;

  private static final Seed SEED = new Seed(1);

  /** The kernels that are compiled, or being so. */
  private static final Set<String> STARTED = ConcurrentHashMap.newKeySet();

  /** How often a training has begun. */
  private static final AtomicInteger TRAININGS = new AtomicInteger();

  private WarmUp() {}

  /** Begins it with these kernels, the first time in this JVM. */
  public static void start(Kernels kernels) {
    if (STARTED.add(kernels.instructionSet())) {
      int before = TRAININGS.get();
      Thread thread = new Thread(() -> train(kernels, before), "plenum-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Ends those that are running: a training begins, for which the JVM compiles the same kernels, and which
   * would have to share the processor.
   */
  public static void end() {
    TRAININGS.incrementAndGet();
  }

  private static void train(Kernels kernels, int before) {
    Batch batch = new Batch(IMAGE, BATCH_SIZE);
    batch.load(images(), IntStream.range(0, BATCH_SIZE).toArray(), 0, BATCH_SIZE);
    try (Model model = PureJavaEngine.newModel(
        network(), Adam.defaults(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, SEED, 1, kernels)) {
      for (int step = 0; step < STEPS && TRAININGS.get() == before; step++) {
        model.trainOnBatch(batch, step);
      }
    }
  }

  /** Convolutions of all kinds: few outputs and many, few input channels and many, 3 × 3 and 5 × 5. */
  private static Network network() {
    return Sequential.of(
        IMAGE,
        Conv2D.of(10, 5).padding(SAME).activation(RELU),
        Conv2D.of(10, 5).padding(SAME).activation(RELU),
        MaxPool2D.of(2),
        Conv2D.of(32, 3).padding(SAME).activation(RELU),
        Conv2D.of(32, 5).padding(SAME).activation(RELU),
        MaxPool2D.of(2),
        Dropout.of(0.25),
        Conv2D.of(64, 3).padding(SAME).activation(RELU),
        Conv2D.of(64, 3).padding(SAME).activation(RELU),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dense.of(32).activation(RELU),
        Dense.of(CLASSES).activation(SOFTMAX));
  }

  private static Dataset images() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, SEED);
    byte[] pixels = new byte[BATCH_SIZE * IMAGE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.bits(i);
    }
    int[] labels = IntStream.range(0, BATCH_SIZE).map(i -> i % CLASSES).toArray();
    return new Dataset(IMAGE, pixels, labels, List.of("0", "1"));
  }
}
