package dev.plenum.backend.dl4j.internal.layers;

import static dev.plenum.backend.dl4j.internal.engine.Elementwise.add;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.clip;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.erfc;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.exp;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.multiply;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.step;
import static dev.plenum.backend.dl4j.internal.engine.Elementwise.subtractFrom;

import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Functions p(x) that go from 0 to 1, and what activations make of them: y = x · p(x). */
enum Gate {
  /** For SiLU. */
  SIGMOID {
    @Override
    List<Runnable> open(INDArray x, INDArray p) {
      return List.of(Elementwise.sigmoid(x, p));
    }

    @Override
    List<Runnable> slope(INDArray x, INDArray p, INDArray y, INDArray s) {
      return List.of(subtractFrom(1, p, s), multiply(y, s, y)); // p′ = p · (1 − p)
    }
  },

  /** min(max(x / 6 + 1/2, 0), 1), which is (min(max(x / 3, −1), 1) + 1) / 2. */
  HARD_SIGMOID {
    @Override
    List<Runnable> open(INDArray x, INDArray p) {
      return List.of(multiply(x, 1.0 / 3, p), clip(p, p), add(p, 1, p), multiply(p, 0.5, p));
    }

    @Override
    List<Runnable> slope(INDArray x, INDArray p, INDArray y, INDArray s) {
      return List.of( // p′ = [p < 1] · [p > 0] / 6
          subtractFrom(1, p, s),
          step(s, s),
          step(p, y),
          multiply(y, s, y),
          multiply(y, x, y),
          multiply(y, 1.0 / 6, y));
    }
  },

  /** The normal distribution Φ(x) = erfc(−x / √2) / 2. */
  NORMAL {
    @Override
    List<Runnable> open(INDArray x, INDArray p) {
      return List.of(multiply(x, -Math.sqrt(0.5), p), erfc(p, p), multiply(p, 0.5, p));
    }

    @Override
    List<Runnable> slope(INDArray x, INDArray p, INDArray y, INDArray s) {
      return List.of( // p′ = exp(−x² / 2) / √(2π)
          multiply(x, x, y),
          multiply(y, -0.5, y),
          exp(y, y),
          multiply(y, x, y),
          multiply(y, 1 / Math.sqrt(2 * Math.PI), y));
    }
  },

  /** (1 + tanh(u)) / 2, which is sigmoid(2u), with 2u = x · (2√(2/π) + 0.044715 · 2√(2/π) · x²). */
  NEARLY_NORMAL {
    @Override
    List<Runnable> open(INDArray x, INDArray p) {
      return List.of(
          multiply(x, x, p),
          multiply(p, CUBE, p),
          add(p, LINE, p),
          multiply(p, x, p),
          Elementwise.sigmoid(p, p));
    }

    @Override
    List<Runnable> slope(INDArray x, INDArray p, INDArray y, INDArray s) {
      return List.of( // p′ = 2u′ · p · (1 − p)
          multiply(x, x, y),
          multiply(y, 3 * CUBE, y),
          add(y, LINE, y),
          multiply(y, x, y),
          multiply(y, p, y),
          subtractFrom(1, p, s),
          multiply(y, s, y));
    }
  };

  private static final double LINE = 2 * Math.sqrt(2 / Math.PI);
  private static final double CUBE = 0.044715 * LINE;

  /** Computes p = p(x). */
  abstract List<Runnable> open(INDArray x, INDArray p);

  /**
   * Computes y = x · p′(x).
   *
   * @param p p(x)
   * @param y x · p(x) before
   * @param s for results in between
   */
  abstract List<Runnable> slope(INDArray x, INDArray p, INDArray y, INDArray s);

  /**
   * The activation y = x · p(x). Going backward, p is computed anew where the input's gradient is to be,
   * so that nothing is kept: dy/dx = p + x · p′.
   */
  Operations activation(Connections connections, Workplace workplace) {
    INDArray x = connections.input();
    INDArray y = connections.output();
    List<Runnable> forward = new ArrayList<>(open(x, y));
    forward.add(multiply(y, x, y));
    if (!connections.goesBackward()) {
      return new Operations(forward, List.of());
    }
    INDArray dx = connections.requireInputGradient();
    List<Runnable> backward = new ArrayList<>(open(x, dx));
    backward.addAll(slope(x, dx, y, workplace.scratch().like(y)));
    backward.add(add(dx, y, dx));
    backward.add(multiply(dx, connections.requireOutputGradient(), dx));
    return new Operations(forward, backward);
  }
}
