package dev.plenum.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.ConfusionMatrix;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.MacroF1;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.TopKAccuracy;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.PureJavaBackend;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitteeTest {
  private static final List<Metric> METRICS = List.of(TopKAccuracy.of(1), MacroF1.instance());

  private final FixedClassifier first =
      new FixedClassifier(new float[] {1, 0}, new float[] {0.5f, 0.5f}, new float[] {0.25f, 0.75f});
  private final FixedClassifier second =
      new FixedClassifier(new float[] {0.5f, 0.5f}, new float[] {0.5f, 0.5f}, new float[] {1, 0});
  private final Committee committee = new Committee(Combination.average(), List.of(first, second));

  private static float[] predict(Committee committee, float[] images, int count) {
    float[] probabilities = new float[count * committee.classes()];
    committee.predict(images, count, probabilities);
    return probabilities;
  }

  private static void assertSameEvaluation(Evaluation expected, Evaluation found) {
    assertEquals(expected.loss(), found.loss());
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.prediction(i), found.prediction(i));
    }
    assertEquals(expected.misclassified(), found.misclassified());
    assertEquals(expected.metrics(), found.metrics());
  }

  @Test
  void predictsImageByImage() {
    float[] images = {2 / 255f, 0, 1 / 255f, 99};
    assertArrayEquals(
        new float[] {0.625f, 0.375f, 0.75f, 0.25f, 0.5f, 0.5f}, predict(committee, images, 3));
    assertArrayEquals(new float[] {0.625f, 0.375f}, predict(committee, images, 1));
  }

  @Test
  void lossAndAccuracyAreThoseOfTheCombinedProbabilities() {
    Evaluation evaluation = committee.evaluate(FixedClassifier.images(2, 0, 1, 1));
    double expected = -(Math.log(0.75) + Math.log(0.5) + Math.log(0.375)) / 3;
    assertEquals(expected, evaluation.loss(), 1e-15);
    // Image 1 is undecided: the first class is chosen.
    assertEquals(List.of(1, 2), evaluation.misclassified());
  }

  @Test
  void theLossIsClippedAsKerasDoes() {
    try (Committee sure =
        new Committee(Combination.average(), List.of(new FixedClassifier(new float[] {1, 0})))) {
      assertEquals(
          -Math.log(1 - 1e-7), sure.evaluate(FixedClassifier.images(2, 0)).loss(), 1e-15);
      assertEquals(-Math.log(1e-7), sure.evaluate(FixedClassifier.images(2, 1)).loss(), 1e-13);
    }
  }

  @Test
  void aLossThatIsNoNumberIsNotHidden() {
    try (Committee broken = new Committee(
        Combination.average(), List.of(new FixedClassifier(new float[] {Float.NaN, Float.NaN})))) {
      assertTrue(Double.isNaN(broken.evaluate(FixedClassifier.images(2, 0)).loss()));
    }
  }

  @Test
  void theDecisionsOfAVoteAreThoseThatItsProbabilitiesShow() {
    FixedClassifier strong = new FixedClassifier(new float[] {0.1f, 0.9f});
    FixedClassifier weak = new FixedClassifier(new float[] {0.6f, 0.4f});
    try (Committee vote = new Committee(Combination.majorityVote(), List.of(weak, strong))) {
      assertEquals(1, vote.evaluate(FixedClassifier.images(2, 0)).prediction(0));
      float[] shares = predict(vote, new float[] {0}, 1);
      assertTrue(shares[1] > shares[0]);
      assertArrayEquals(new float[] {0.5f, 0.5f}, shares, 1e-7f);
    }
  }

  @Test
  void membersAreMeasuredInTheSamePass() {
    CommitteeEvaluation all = committee.evaluateAll(FixedClassifier.images(2, 0, 1, 1));
    assertSameEvaluation(committee.evaluate(FixedClassifier.images(2, 0, 1, 1)), all.committee());
    assertEquals(List.of(1), all.members().get(0).misclassified());
    assertEquals(
        -(Math.log(1 - 1e-7) + Math.log(0.5) + Math.log(0.75)) / 3,
        all.members().get(0).loss(),
        1e-15);
    assertEquals(List.of(1, 2), all.members().get(1).misclassified());
  }

  /** Of the classes 0, 1, 1 the committee says as its first member and the second as they do alone. */
  @Test
  void metricsAreMeasuredOfTheCommitteeAndOfEveryMember() {
    CommitteeEvaluation all =
        committee.evaluateAll(FixedClassifier.images(2, 0, 1, 1), List.of(MacroF1.instance()));
    assertEquals(macroF1(all.committee()), all.committee().value("macro_f1"));
    assertEquals(List.of(1), all.members().get(0).misclassified());
    assertEquals((2 / 3.0 + 2 / 3.0) / 2, all.members().get(0).value("macro_f1"), 1e-15);
    assertEquals((2 / 4.0 + 0) / 2, all.members().get(1).value("macro_f1"), 1e-15);
  }

  private static double macroF1(Evaluation evaluation) {
    ConfusionMatrix matrix = ConfusionMatrix.of(evaluation, 2);
    return (matrix.f1(0) + matrix.f1(1)) / 2;
  }

  @Test
  void modelsAreMeasuredAsTheyMeasureThemselvesToTheBit() {
    Dataset test = Samples.stripes(300);
    PureJavaBackend backend = new PureJavaBackend();
    Model conv = Samples.trained(backend, Samples.conv(), new Seed(1));
    Model dense = Samples.trained(backend, Samples.dense(), new Seed(2));
    try (Committee two = new Committee(Combination.average(), List.of(conv, dense))) {
      List<Evaluation> members = two.evaluateAll(test, METRICS).members();
      assertSameEvaluation(conv.evaluate(test, METRICS), members.get(0));
      assertSameEvaluation(dense.evaluate(test, METRICS), members.get(1));
    }
  }

  @Test
  void theSizeOfTheChunksMakesNoDifferenceToTheBit() {
    Dataset test = Samples.stripes(100);
    PureJavaBackend backend = new PureJavaBackend();
    List<Model> models = List.of(
        Samples.trained(backend, Samples.conv(), new Seed(1)),
        Samples.trained(backend, Samples.dense(), new Seed(2)));
    for (Combination combination : Combinations.of(2)) {
      Committee two = new Committee(combination, models);
      CommitteeEvaluation whole = two.evaluateAll(test, METRICS);
      for (int chunk : new int[] {1, 7, 99, 100, 1000}) {
        CommitteeEvaluation chunked = two.evaluateAll(test, METRICS, chunk);
        assertSameEvaluation(whole.committee(), chunked.committee());
        assertSameEvaluation(whole.members().get(1), chunked.members().get(1));
      }
      assertArrayEquals(predictAll(two, test), predictOneByOne(two, test));
    }
    models.forEach(Model::close);
  }

  private static float[] images(Dataset dataset) {
    int size = dataset.imageShape().size();
    float[] images = new float[dataset.size() * size];
    for (int i = 0; i < dataset.size(); i++) {
      dataset.copyImage(i, images, i * size);
    }
    return images;
  }

  private static float[] predictAll(Committee committee, Dataset dataset) {
    return predict(committee, images(dataset), dataset.size());
  }

  private static float[] predictOneByOne(Committee committee, Dataset dataset) {
    int classes = committee.classes();
    float[] all = new float[dataset.size() * classes];
    float[] image = new float[dataset.imageShape().size()];
    for (int i = 0; i < dataset.size(); i++) {
      dataset.copyImage(i, image, 0);
      System.arraycopy(predict(committee, image, 1), 0, all, i * classes, classes);
    }
    return all;
  }

  @Test
  void aCommitteeOfOneModelPredictsWhatTheModelPredicts() {
    Dataset test = Samples.stripes(50);
    Model model = Samples.trained(new PureJavaBackend(), Samples.conv(), new Seed(4));
    float[] expected = new float[test.size() * Samples.CLASSES];
    model.predict(images(test), test.size(), expected);
    Evaluation own = model.evaluate(test);
    try (Committee alone = new Committee(Combination.average(), List.of(model))) {
      assertArrayEquals(expected, predictAll(alone, test));
      assertEquals(own.misclassified(), alone.evaluate(test).misclassified());
      assertEquals(own.loss(), alone.evaluate(test).loss(), 1e-6);
    }
  }

  @Test
  void aCommitteeCanBeAMember() {
    try (Committee outer = new Committee(
        Combination.average(),
        List.of(
            committee,
            new FixedClassifier(new float[] {0, 1}, new float[] {0, 1}, new float[] {0, 1})))) {
      assertArrayEquals(new float[] {0.375f, 0.625f}, predict(outer, new float[] {0}, 1));
      Dataset images = FixedClassifier.images(2, 0, 1, 1);
      assertSameEvaluation(
          committee.evaluate(images), outer.evaluateAll(images).members().get(0));
    }
  }

  @Test
  void saysWhatItIsMadeOf() {
    assertEquals(first.inputShape(), committee.inputShape());
    assertEquals(2, committee.classes());
    assertEquals(Combination.average(), committee.combination());
    assertSame(second, committee.members().get(1));
  }

  @Test
  void membersThatDoNotFitAreRefusedAndStayOpen() {
    FixedClassifier three = new FixedClassifier(new float[] {1, 0, 0});
    assertEquals(
        "the members do not fit each other: member 1 has the number of classes 2, member 2 has 3",
        Refusals.messageOf(
            IllegalArgumentException.class,
            () -> new Committee(Combination.average(), List.of(first, three))));
    try (Model model = Samples.trained(new PureJavaBackend(), Samples.dense(), new Seed(1))) {
      assertEquals(
          "the members do not fit each other: member 1 has the input shape (1, 1, 1), member 3 has (6, 6, 1)",
          Refusals.messageOf(
              IllegalArgumentException.class,
              () -> new Committee(Combination.average(), List.of(three, three, model))));
    }
    assertEquals(0, three.closed);
  }

  @Test
  void aCommitteeOfNobodyIsRefused() {
    assertEquals(
        "a committee needs at least 1 member, found none",
        Refusals.messageOf(
            IllegalArgumentException.class, () -> new Committee(Combination.average(), List.of())));
  }

  @Test
  void eachMemberNeedsAWeight() {
    assertEquals(
        "a weighted average needs one weight for each of the 2 members, found 3: [1.0, 2.0, 3.0]",
        Refusals.messageOf(
            IllegalArgumentException.class,
            () -> new Committee(Combination.weightedAverage(1, 2, 3), List.of(first, second))));
  }

  @Test
  void arraysThatAreTooShortAreRefused() {
    assertEquals(
        "at least 1 image of shape (1, 1, 1) is needed, found 0 in 3 values",
        Refusals.messageOf(
            IllegalArgumentException.class,
            () -> committee.predict(new float[3], 0, new float[6])));
    assertEquals(
        "at least 1 image of shape (1, 1, 1) is needed, found 4 in 3 values",
        Refusals.messageOf(
            IllegalArgumentException.class,
            () -> committee.predict(new float[3], 4, new float[8])));
    assertEquals(
        "3 images of 2 classes do not fit into 5 probabilities",
        Refusals.messageOf(
            IllegalArgumentException.class,
            () -> committee.predict(new float[3], 3, new float[5])));
  }

  @Test
  void aDatasetThatDoesNotFitIsRefused() {
    assertEquals(
        "the committee takes images of shape (1, 1, 1), the dataset has (6, 6, 1)",
        Refusals.messageOf(
            IllegalArgumentException.class, () -> committee.evaluate(Samples.stripes(3))));
    assertEquals(
        "the committee tells 2 classes apart, the dataset has 3",
        Refusals.messageOf(
            IllegalArgumentException.class,
            () -> committee.evaluate(FixedClassifier.images(3, 0))));
  }

  @Test
  void closingClosesEveryMemberOnce() {
    first.failsToClose = true;
    IllegalStateException e = assertThrows(IllegalStateException.class, committee::close);
    assertEquals("does not close", e.getMessage());
    assertEquals(0, e.getSuppressed().length);
    committee.close();
    assertEquals(1, first.closed);
    assertEquals(1, second.closed);
  }

  @Test
  void severalFailuresToCloseAreAllTold() {
    first.failsToClose = true;
    second.failsToClose = true;
    IllegalStateException e = assertThrows(IllegalStateException.class, committee::close);
    assertEquals(1, e.getSuppressed().length);
  }

  @Test
  void aClosedCommitteeSaysSo() {
    committee.close();
    assertEquals(
        "the committee is closed",
        Refusals.messageOf(
            IllegalStateException.class, () -> committee.predict(new float[1], 1, new float[2])));
    assertEquals(
        "the committee is closed",
        Refusals.messageOf(
            IllegalStateException.class, () -> committee.evaluate(FixedClassifier.images(2, 0))));
  }

  @Test
  void threadsThatShareACommitteeGetTheAnswersThatOneGets() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Void>> askers = IntStream.range(0, 16)
          .<Callable<Void>>mapToObj(i -> () -> {
            int image = i % 3;
            float[] expected = {0.75f, 0.25f, 0.5f, 0.5f, 0.625f, 0.375f};
            for (int round = 0; round < 500; round++) {
              assertArrayEquals(
                  Arrays.copyOfRange(expected, 2 * image, 2 * image + 2),
                  predict(committee, new float[] {image / 255f}, 1));
              assertEquals(
                  List.of(1, 2),
                  committee.evaluate(FixedClassifier.images(2, 0, 1, 1)).misclassified());
            }
            return null;
          })
          .toList();
      for (Future<Void> asked : threads.invokeAll(askers, 60, TimeUnit.SECONDS)) {
        asked.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoUsesACommitteeWhileAnotherClosesItIsAnsweredRightlyOrRefused() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      for (int round = 0; round < 50; round++) {
        Committee shared = new Committee(Combination.average(), List.of(first, second));
        CountDownLatch begun = new CountDownLatch(2);
        Callable<String> user = () -> {
          try {
            while (true) {
              assertArrayEquals(new float[] {0.75f, 0.25f}, predict(shared, new float[] {0}, 1));
              begun.countDown();
            }
          } catch (IllegalStateException e) {
            return e.getMessage();
          }
        };
        List<Future<String>> users = List.of(threads.submit(user), threads.submit(user));
        begun.await();
        shared.close();
        for (Future<String> refused : users) {
          assertEquals("the committee is closed", refused.get(20, TimeUnit.SECONDS));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
