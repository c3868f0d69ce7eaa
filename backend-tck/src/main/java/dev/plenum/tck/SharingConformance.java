package dev.plenum.tck;

import static dev.plenum.tck.Closeness.assertClose;
import static dev.plenum.tck.Closeness.toDoubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.Training;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.optimizer.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several threads use one model: each gets what it would get alone. */
abstract class SharingConformance extends ConformanceGroup {
  private static final int THREADS = 16;
  private static final int STEPS = 8;

  SharingConformance(BackendConformance kit) {
    super(kit);
  }

  private Model compile() {
    return compile(Trajectory.NETWORK, Adam.defaults());
  }

  /** Some images of one of the threads, and what the model says of them. */
  private static final class Question {
    private final int count;
    private final float[] images;
    private final float[] answer;

    Question(Model model, int thread) {
      count = 1 + thread % 5;
      images = Samples.of(Trajectory.NETWORK, count, thread).images();
      answer = answer(model);
    }

    private float[] answer(Model model) {
      float[] probabilities = new float[count * Trajectory.NETWORK.classes()];
      model.predict(images, count, probabilities);
      return probabilities;
    }

    void assertAnsweredRightly(Model model) {
      assertClose(
          "probabilities of " + count + " images",
          toDoubles(answer),
          toDoubles(answer(model)),
          Tolerances.STANDARD.forward());
    }
  }

  @Test
  void sixteenThreadsGetTheAnswersThatOneGets() throws Exception {
    try (Model model = compile()) {
      model.trainOnBatch(Samples.of(Trajectory.NETWORK, 7, 1).batch(), 0);
      List<Question> questions =
          IntStream.range(0, THREADS).mapToObj(i -> new Question(model, i)).toList();
      AtomicInteger next = new AtomicInteger();
      Crowd.together(THREADS, () -> {
        Question question = questions.get(next.getAndIncrement());
        Crowd.repeat(() -> question.assertAnsweredRightly(model));
      });
    }
  }

  @Test
  void evaluationsAndPredictionsDoNotDisturbEachOther() throws Exception {
    Dataset images = Samples.of(Trajectory.NETWORK, 300, 1).dataset();
    try (Model model = compile()) {
      double loss = model.evaluate(images).loss();
      Question question = new Question(model, 3);
      List<Crowd.Work> works = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        works.add(() -> Crowd.repeat(
            () -> assertEquals(loss, model.evaluate(images).loss(), tolerances().loss())));
        works.add(() -> Crowd.repeat(() -> question.assertAnsweredRightly(model)));
      }
      Crowd.together(works);
    }
  }

  /** What another thread reads during a training is the state between two of its steps. */
  @Test
  void whoReadsDuringATrainingSeesWholeSteps() throws Exception {
    needs(Capability.REPEATABILITY);
    List<OptimizerState> states = new ArrayList<>();
    List<String> weights = new ArrayList<>();
    try (Model alone = compile()) {
      for (int step = 0; step <= STEPS; step++) {
        states.add(alone.optimizer().state());
        weights.add(alone.weights().sha256());
        train(alone, step);
      }
    }
    for (int round = 0; round < Crowd.ROUNDS; round++) {
      try (Model model = compile()) {
        AtomicBoolean done = new AtomicBoolean();
        Crowd.Work reader = () -> {
          while (!done.get()) {
            OptimizerState state = model.optimizer().state();
            assertEquals(states.get((int) state.iterations()), state);
            assertTrue(weights.contains(model.weights().sha256()), "weights of no step");
            model
                .layers()
                .forEach(layer -> assertEquals(64, layer.weights().sha256().length()));
          }
        };
        Crowd.together(List.of(reader, reader, () -> {
          try {
            for (int step = 0; step < STEPS; step++) {
              train(model, step);
            }
          } finally {
            done.set(true);
          }
        }));
        assertEquals(weights.get(STEPS), model.weights().sha256());
      }
    }
  }

  private static void train(Model model, int step) {
    model.trainOnBatch(Samples.of(Trajectory.NETWORK, 5, step).batch(), step);
  }

  @Test
  void trainingsThatBeginAtOnceRunOneAfterTheOther() throws Exception {
    needs(Capability.REPEATABILITY);
    Dataset images = Samples.of(Trajectory.NETWORK, 20, 1).dataset();
    Fit fit = Fit.epochs(2).batchSize(6).callbacks(new Pause());
    try (Model alone = compile();
        Model shared = compile()) {
      for (int i = 0; i < 4; i++) {
        alone.fit(images, fit);
      }
      Crowd.together(4, () -> shared.fit(images, fit));
      assertEquals(alone.optimizer().iterations(), shared.optimizer().iterations());
      assertEquals(alone.weights().sha256(), shared.weights().sha256());
    }
  }

  /** Time for other threads to come between two steps. */
  private static final class Pause implements Callback {
    @Override
    public void onTrainBatchEnd(Training training, int step, BatchResult result) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void aModelGoesFromThreadToThread() throws Exception {
    needs(Capability.REPEATABILITY);
    try (Model alone = compile()) {
      train(alone, 0);
      train(alone, 1);
      Model[] passed = new Model[1];
      Crowd.together(1, () -> passed[0] = compile());
      Crowd.together(1, () -> train(passed[0], 0));
      Crowd.together(1, () -> train(passed[0], 1));
      new Question(alone, 2).assertAnsweredRightly(passed[0]);
      assertEquals(alone.weights().sha256(), passed[0].weights().sha256());
      Crowd.together(1, () -> passed[0].close());
    }
  }
}
