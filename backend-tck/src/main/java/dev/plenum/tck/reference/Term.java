package dev.plenum.tck.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A number of a formula, which remembers what it was computed from: the derivative of a result with respect
 * to everything before it follows by the chain rule, from the last term back to the first (automatic
 * differentiation in reverse).
 */
final class Term {
  private final Tape tape;
  private final double value;
  private final List<Term> sources;
  /** The derivatives with respect to the sources. */
  private final double[] slopes;

  private double gradient;

  private Term(Tape tape, double value, List<Term> sources, double... slopes) {
    this.tape = tape;
    this.value = value;
    this.sources = sources;
    this.slopes = slopes;
    tape.terms.add(this);
  }

  /** The terms of one formula, in the order in which they were computed. */
  static final class Tape {
    private final List<Term> terms = new ArrayList<>();

    /** What the formula starts from. */
    List<Term> variables(double[] values) {
      return Arrays.stream(values)
          .mapToObj(value -> new Term(this, value, List.of()))
          .toList();
    }

    /**
     * Computes the derivatives of a function of some terms, {@link Term#gradient}.
     *
     * @param outputs these terms
     * @param gradient the derivatives with respect to them
     */
    void propagate(List<Term> outputs, double[] gradient) {
      for (int i = 0; i < outputs.size(); i++) {
        outputs.get(i).gradient += gradient[i];
      }
      for (int i = terms.size() - 1; i >= 0; i--) {
        terms.get(i).giveBack();
      }
    }
  }

  private void giveBack() {
    for (int i = 0; i < slopes.length; i++) {
      sources.get(i).gradient += gradient * slopes[i];
    }
  }

  /** The number. */
  double value() {
    return value;
  }

  /** The derivative with respect to it, once {@link Tape#propagate} has computed it. */
  double gradient() {
    return gradient;
  }

  Term plus(Term other) {
    return new Term(tape, value + other.value, List.of(this, other), 1, 1);
  }

  Term plus(double number) {
    return new Term(tape, value + number, List.of(this), 1);
  }

  Term times(Term other) {
    return new Term(tape, value * other.value, List.of(this, other), other.value, value);
  }

  Term times(double number) {
    return new Term(tape, value * number, List.of(this), number);
  }

  Term over(Term other) {
    double ratio = value / other.value;
    return new Term(tape, ratio, List.of(this, other), 1 / other.value, -ratio / other.value);
  }

  Term sqrt() {
    double root = Math.sqrt(value);
    return new Term(tape, root, List.of(this), 0.5 / root);
  }

  Term exp() {
    double power = StrictMath.exp(value);
    return new Term(tape, power, List.of(this), power);
  }
}
