package dev.plenum.tck;

import static dev.plenum.tck.Closeness.assertLoss;
import static dev.plenum.tck.Closeness.assertWithin;
import static dev.plenum.tck.Closeness.difference;
import static dev.plenum.tck.Closeness.largest;
import static dev.plenum.tck.Closeness.toDoubles;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Model;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.tck.reference.ReferenceBatch;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.Collections;
import java.util.List;

/**
 * Several steps in a row, on the backend and on the reference.
 *
 * @param trial where they start
 * @param spec the optimizer
 * @param sizes the number of images of each batch; batches start over at the first image
 */
record Trajectory(Trial trial, OptimizerSpec spec, List<Integer> sizes) {
  /** Every kind of layer, with few kinks, so that rounding has little to act on. */
  static final Network NETWORK = Sequential.of(
      Shape.of(6, 6, 2),
      Conv2D.of(3, 3).activation(Activation.TANH),
      MaxPool2D.of(2),
      Dropout.of(0.25),
      Flatten.instance(),
      Dense.of(6).activation(Activation.RELU),
      Dropout.of(0.5),
      Dense.of(3).activation(Activation.SOFTMAX));

  /** With batch normalisations and a residual connection, and without a kink. */
  static final Network NORMALIZED = Graph.of(Shape.of(6, 6, 2), images -> {
    BatchNormalization norm = BatchNormalization.defaults().momentum(0.8);
    Value stem = images.then(Conv2D.of(4, 3).bias(false), norm, Activation.SILU.layer());
    Value inner = stem.then(Conv2D.of(4, 3).padding(Padding.SAME).bias(false), norm);
    return Add.of(stem, inner)
        .then(
            Activation.TANH.layer(),
            GlobalAveragePooling2D.instance(),
            Dense.of(5).bias(false),
            norm,
            Dropout.of(0.25),
            Dense.of(3).activation(Activation.SOFTMAX));
  });

  /** A trajectory of {@link #NETWORK} that keeps away from kinks all the way. */
  static Trajectory find(OptimizerSpec spec, List<Integer> sizes) {
    return find(NETWORK, spec, sizes);
  }

  /** The same of any network. */
  static Trajectory find(Network network, OptimizerSpec spec, List<Integer> sizes) {
    int largest = Collections.max(sizes);
    Trial trial = Trial.find(
        network,
        largest,
        Tolerances.TRAJECTORY_KINK_MARGIN,
        candidate -> new Trajectory(candidate, spec, sizes).kinkMargin());
    return new Trajectory(trial, spec, sizes);
  }

  private double kinkMargin() {
    ReferenceNetwork reference = trial.reference(spec);
    double margin = Double.POSITIVE_INFINITY;
    for (int step = 0; step < sizes.size(); step++) {
      ReferenceBatch batch = trial.samples().reference(0, sizes.get(step));
      margin = Math.min(margin, reference.kinkMargin(batch, step));
      train(reference, step);
    }
    return margin;
  }

  BatchResult train(ReferenceNetwork reference, int step) {
    return reference.trainOnBatch(trial.samples().reference(0, sizes.get(step)), step);
  }

  BatchResult train(Model model, int step) {
    return model.trainOnBatch(trial.samples().batch(0, sizes.get(step)), step);
  }

  /** Both make the steps from {@code from} on; losses must agree at each, weights at the end. */
  void assertSame(Tolerances tolerances, Model model, ReferenceNetwork reference, int from) {
    NamedTensors start = reference.weights();
    for (int step = from; step < sizes.size(); step++) {
      BatchResult expected = train(reference, step);
      BatchResult actual = train(model, step);
      assertLoss(
          "sum of losses at step " + step, expected.lossSum(), actual.lossSum(), tolerances.loss());
      assertEquals(expected.correct(), actual.correct(), "right predictions at step " + step);
      assertEquals(expected.size(), actual.size(), "size of the batch at step " + step);
    }
    reference.parameterValues().forEach((name, expected) -> {
      double[] before = toDoubles(start.get(name).toArray());
      assertWithin(
          name + " after " + (sizes.size() - from) + " steps",
          expected,
          toDoubles(model.weights().get(name).toArray()),
          tolerances.trajectory() * largest(difference(expected, before))
              + Tolerances.WEIGHT_ROUNDING * largest(expected));
    });
  }
}
