package dev.plenum.ensemble;

import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.metric.Metric;
import java.util.List;
import java.util.stream.IntStream;

/** Runs a committee over a dataset, chunk by chunk. */
final class CommitteeEvaluator {
  private final Combination combination;
  private final List<MemberOutput> members;
  private final Dataset dataset;
  private final int classes;
  private final float[] images;
  private final float[] combined;
  private final int[] labels;
  private final Tally committeeTally;
  private final List<Tally> memberTallies;

  CommitteeEvaluator(
      Combination combination,
      List<MemberOutput> members,
      Dataset dataset,
      List<Metric> metrics,
      int chunk) {
    this.combination = combination;
    this.members = members;
    this.dataset = dataset;
    this.classes = dataset.classNames().size();
    int capacity = Math.min(chunk, dataset.size());
    this.images = new float[capacity * dataset.imageShape().size()];
    this.combined = new float[capacity * classes];
    this.labels = IntStream.range(0, dataset.size()).map(dataset::label).toArray();
    this.committeeTally = new Tally(labels, metrics, classes);
    this.memberTallies =
        members.stream().map(member -> new Tally(labels, metrics, classes)).toList();
  }

  CommitteeEvaluation evaluate() {
    int chunk = combined.length / classes;
    for (int start = 0; start < labels.length; start += chunk) {
      evaluateChunk(start, Math.min(chunk, labels.length - start));
    }
    return new CommitteeEvaluation(
        committeeTally.evaluation(),
        memberTallies.stream().map(Tally::evaluation).toList());
  }

  private void evaluateChunk(int start, int count) {
    for (int i = 0; i < count; i++) {
      dataset.copyImage(start + i, images, i * dataset.imageShape().size());
    }
    members.forEach(member -> member.compute(images, count));
    List<float[]> outputs = members.stream().map(MemberOutput::probabilities).toList();
    for (int i = 0; i < count; i++) {
      int label = labels[start + i];
      combination.combine(outputs, i * classes, classes, combined);
      committeeTally.add(
          start + i,
          SoftmaxCrossEntropy.argmax(combined, i * classes, classes),
          ClippedLoss.of(combined[i * classes + label]),
          combined,
          i * classes);
      for (int m = 0; m < members.size(); m++) {
        MemberOutput member = members.get(m);
        memberTallies
            .get(m)
            .add(
                start + i,
                member.prediction(i),
                member.loss(i, label),
                member.probabilities(),
                i * classes);
      }
    }
  }
}
