package dev.plenum.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a backend, which computes in single precision, may be from the double-precision reference.
 * Single precision rounds at 6e-8; the standard bounds leave room for the order of summation and for
 * fast convolution algorithms, and none for a wrong formula. A backend that needs more room says how much
 * and why, see {@link BackendConformance#tolerances}; the kit's report shows it.
 *
 * @param forward logits and probabilities: relative to the largest magnitude of the array
 * @param loss losses: relative to the loss, or to 1 if the loss is smaller
 * @param gradient gradients: relative to the largest magnitude of the parameter's gradient
 * @param trajectory weights after several steps: relative to how far the parameter's weights have moved
 *     at most
 * @param reasons why bounds are wider than the standard ones, one line for each
 */
public record Tolerances(
    double forward, double loss, double gradient, double trajectory, List<String> reasons) {

  /** What a backend has to keep unless it says otherwise. */
  public static final Tolerances STANDARD = new Tolerances(1e-5, 1e-5, 1e-4, 5e-4, List.of());

  /**
   * How much a difference of two weights may be off for the rounding of the weights alone: relative
   * to the largest weight.
   */
  public static final double WEIGHT_ROUNDING = 1.2e-7;

  /**
   * A parameter's gradient counts as at least this share of the largest gradient in the network. Sums that
   * cancel, as that of a bias before a batch normalisation does to 0, are nothing but rounding.
   */
  public static final double SMALL_GRADIENT = 0.05;

  /**
   * How far inputs must be from the kinks of activations, max pools and maxima where gradients are
   * compared: see {@link dev.plenum.tck.reference.ReferenceNetwork#kinkMargin}. Nearer ones could fall on
   * the other side by rounding; the kit then takes other weights.
   */
  public static final double KINK_MARGIN = 1e-5;

  /** The same where several steps are compared, since their differences add up. */
  public static final double TRAJECTORY_KINK_MARGIN = 1e-4;

  /**
   * Copies the list.
   *
   * @param forward the bound of logits and probabilities
   * @param loss the bound of losses
   * @param gradient the bound of gradients
   * @param trajectory the bound of weights after several steps
   * @param reasons one line for each bound that is wider than the standard one
   */
  public Tolerances {
    reasons = List.copyOf(reasons);
  }

  /**
   * {@return the same with a wider bound for logits and probabilities}
   *
   * @param wider greater than the bound so far, less than 1
   * @param reason why the backend needs it
   * @throws IllegalArgumentException if it is not wider, 1 or more, or the reason is blank
   */
  public Tolerances forward(double wider, String reason) {
    return new Tolerances(
        wider, loss, gradient, trajectory, widened("forward", forward, wider, reason));
  }

  /**
   * {@return the same with a wider bound for losses}
   *
   * @param wider greater than the bound so far, less than 1
   * @param reason why the backend needs it
   * @throws IllegalArgumentException if it is not wider, 1 or more, or the reason is blank
   */
  public Tolerances loss(double wider, String reason) {
    return new Tolerances(
        forward, wider, gradient, trajectory, widened("loss", loss, wider, reason));
  }

  /**
   * {@return the same with a wider bound for gradients}
   *
   * @param wider greater than the bound so far, less than 1
   * @param reason why the backend needs it
   * @throws IllegalArgumentException if it is not wider, 1 or more, or the reason is blank
   */
  public Tolerances gradient(double wider, String reason) {
    return new Tolerances(
        forward, loss, wider, trajectory, widened("gradient", gradient, wider, reason));
  }

  /**
   * {@return the same with a wider bound for weights after several steps}
   *
   * @param wider greater than the bound so far, less than 1
   * @param reason why the backend needs it
   * @throws IllegalArgumentException if it is not wider, 1 or more, or the reason is blank
   */
  public Tolerances trajectory(double wider, String reason) {
    return new Tolerances(
        forward, loss, gradient, wider, widened("trajectory", trajectory, wider, reason));
  }

  private List<String> widened(String what, double before, double wider, String reason) {
    if (!(wider > before && wider < 1) || reason.isBlank()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a wider tolerance '%s' must be greater than %s, less than 1 and have a reason, found %s"
              + " because '%s'",
          what,
          before,
          wider,
          reason));
    }
    List<String> all = new ArrayList<>(reasons);
    all.add(String.format(Locale.ROOT, "%s %s instead of %s: %s", what, wider, before, reason));
    return all;
  }

  /** How far a gradient may be off, see {@link #SMALL_GRADIENT}. */
  double ofGradient(double largest, double largestOfNetwork) {
    return gradient * Math.max(largest, SMALL_GRADIENT * largestOfNetwork);
  }
}
