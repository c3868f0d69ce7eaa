package dev.plenum.backend.dl4j.internal.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;

/** {@code z = x · factor}, with a factor that can be changed between runs. */
public final class Scaling implements Runnable {
  private final ScalarMultiplication op;

  /** Binds the arrays. */
  public Scaling(INDArray x, double factor, INDArray z) {
    op = new ScalarMultiplication(x, null, z, factor);
  }

  /** The factor of the runs that follow. */
  public void setFactor(double factor) {
    op.scalar().putScalar(0, factor);
  }

  @Override
  public void run() {
    Nd4j.getExecutioner().exec(op);
  }
}
