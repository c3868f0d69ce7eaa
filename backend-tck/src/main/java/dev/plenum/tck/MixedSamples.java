package dev.plenum.tck;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.tck.reference.ReferenceBatch;
import java.util.Arrays;

/** Samples of an epoch in which each is mixed with another, for a backend and, in doubles, for the reference. */
record MixedSamples(Samples samples, Mixup mixup, Seed seed, int epoch, ImageWeights weights) {

  /** All of them, for a backend. */
  Batch batch() {
    Batch batch = new Batch(samples.dataset().imageShape(), samples.size());
    batch.weighBy(weights);
    batch.mixBy(mixup, CounterRandom.of(Purpose.MIXUP, seed, epoch));
    int[] order = new int[samples.size()];
    Arrays.setAll(order, i -> i);
    batch.load(samples.dataset(), order, 0, order.length);
    return batch;
  }

  /** All of them, for the reference. */
  ReferenceBatch reference() {
    int[] all = new int[samples.size()];
    Arrays.setAll(all, i -> i);
    return reference(all);
  }

  /** Those with these indices, for the reference. */
  ReferenceBatch reference(int... indices) {
    double[] pixels = samples.doubles();
    int[] labels = samples.labels();
    double[] weightOf = weights.values();
    int size = samples.dataset().imageShape().size();
    double[] images = new double[indices.length * size];
    int[] own = new int[indices.length];
    int[] others = new int[indices.length];
    double[] ownWeights = new double[indices.length];
    double[] otherWeights = new double[indices.length];
    for (int n = 0; n < indices.length; n++) {
      int first = indices[n];
      CounterRandom random = CounterRandom.of(Purpose.MIXUP, seed, epoch, first);
      int second = mixup.partner(random, samples.size());
      double share = mixup.share(random);
      for (int i = 0; i < size; i++) {
        images[n * size + i] =
            share * pixels[first * size + i] + (1 - share) * pixels[second * size + i];
      }
      own[n] = labels[first];
      others[n] = labels[second];
      ownWeights[n] = share * weightOf[labels[first]];
      otherWeights[n] = (1 - share) * weightOf[labels[second]];
    }
    return new ReferenceBatch(images, own).weighted(ownWeights).mixed(others, otherWeights);
  }
}
