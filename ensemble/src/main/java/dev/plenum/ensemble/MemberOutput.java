package dev.plenum.ensemble;

import dev.plenum.api.Classifier;
import dev.plenum.api.Model;
import dev.plenum.api.SoftmaxCrossEntropy;

/**
 * What a member says of a number of images. It is judged as it would judge itself: a model by its
 * logits, another classifier by its probabilities. The buffers are used again and again.
 */
abstract sealed class MemberOutput {
  private final Classifier member;
  private final int classes;
  private float[] probabilities = {};

  private MemberOutput(Classifier member) {
    this.member = member;
    this.classes = member.classes();
  }

  static MemberOutput of(Classifier member) {
    return member instanceof Model model ? new OfModel(model) : new OfClassifier(member);
  }

  final Classifier member() {
    return member;
  }

  final int classes() {
    return classes;
  }

  /** Image after image; valid until the next call of {@link #compute}. */
  final float[] probabilities() {
    return probabilities;
  }

  final void compute(float[] images, int count) {
    probabilities = withRoomFor(count * classes, probabilities);
    compute(images, count, probabilities);
  }

  static float[] withRoomFor(int length, float[] buffer) {
    return buffer.length < length ? new float[length] : buffer;
  }

  abstract void compute(float[] images, int count, float[] target);

  /** The class that is chosen for the image at this position. */
  abstract int prediction(int image);

  /** The loss of the image at this position. */
  abstract double loss(int image, int label);

  private static final class OfModel extends MemberOutput {
    private final Model model;
    private float[] logits = {};

    OfModel(Model model) {
      super(model);
      this.model = model;
    }

    @Override
    void compute(float[] images, int count, float[] target) {
      logits = withRoomFor(count * classes(), logits);
      model.logits(images, count, logits);
      for (int offset = 0; offset < count * classes(); offset += classes()) {
        SoftmaxCrossEntropy.probabilities(logits, offset, classes(), target, offset);
      }
    }

    @Override
    int prediction(int image) {
      return SoftmaxCrossEntropy.argmax(logits, image * classes(), classes());
    }

    @Override
    double loss(int image, int label) {
      return SoftmaxCrossEntropy.loss(logits, image * classes(), classes(), label);
    }
  }

  private static final class OfClassifier extends MemberOutput {
    OfClassifier(Classifier classifier) {
      super(classifier);
    }

    @Override
    void compute(float[] images, int count, float[] target) {
      member().predict(images, count, target);
    }

    @Override
    int prediction(int image) {
      return SoftmaxCrossEntropy.argmax(probabilities(), image * classes(), classes());
    }

    @Override
    double loss(int image, int label) {
      return ClippedLoss.of(probabilities()[image * classes() + label]);
    }
  }
}
