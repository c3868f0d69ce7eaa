package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Network;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.model.LossRun;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Deeplearning4j's view of our loss: the api computes it and its gradient from the logits. Labels and
 * weights are those of the batch at hand, whatever labels Deeplearning4j hands over.
 */
@SuppressWarnings("serial") // never serialised
final class GivenLoss implements ILossFunction {
  private final Loss loss;
  private final int classes;
  private @Nullable LossRun run;
  private @Nullable Batch batch;
  private @Nullable BatchResult result;

  GivenLoss(Loss loss, Network network) {
    this.loss = loss;
    classes = network.classes();
  }

  /** The batch of the gradients to come. */
  void begin(Batch batch) {
    this.batch = batch;
    result = null;
  }

  /** Loss and right predictions of the batch. */
  BatchResult result() {
    return required(result);
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the loss has not been computed yet");
    }
    return value;
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
    Batch current = required(batch);
    LossRun loss = runFor(current.size());
    NativeMemory.read(logits.dup('c'), loss.logits(), 0);
    result = loss.run(current);
    return Nd4j.create(loss.gradient(), logits.shape(), 'c');
  }

  private LossRun runFor(int count) {
    LossRun current = run;
    if (current == null || current.count() != count) {
      current = new LossRun(loss, classes, count);
      run = current;
    }
    return current;
  }

  /** Nobody looks at it: {@link #result} has the loss in double precision. */
  @Override
  public double computeScore(
      INDArray labels,
      INDArray logits,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    return 0;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
    throw new UnsupportedOperationException("the api scores images");
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels,
      INDArray logits,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    return new Pair<>(0.0, computeGradient(labels, logits, activation, mask));
  }

  @Override
  public String name() {
    return "GivenLoss";
  }
}
