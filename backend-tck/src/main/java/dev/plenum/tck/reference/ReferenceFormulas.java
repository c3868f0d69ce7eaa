package dev.plenum.tck.reference;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of layer that are given by a formula: each with the formula, and the layers of that kind that the
 * kit tries.
 */
public final class ReferenceFormulas {
  private static final List<Kind<?>> KINDS = List.of(
      new Kind<>(
          Rescaling.class,
          ReferenceFormulas::rescaled,
          new LayerSample(Shape.of(3, 4, 2), new Rescaling(-2, 0.75))),
      new Kind<>(
          Normalization.class,
          ReferenceFormulas::normalised,
          new LayerSample(
              Shape.of(4, 3, 3),
              new Normalization(List.of(0.5, -0.25, 2.0), List.of(0.25, 4.0, 1.5)))));

  private ReferenceFormulas() {}

  private static List<Term> rescaled(Rescaling layer, Formula.Input input) {
    return input.each((x, channel) -> x.times(layer.scale()).plus(layer.offset()));
  }

  /** Divides by the standard deviation, or by 1e-7 if that is larger. */
  private static List<Term> normalised(Normalization layer, Formula.Input input) {
    return input.each((x, channel) -> x.plus(-layer.mean().get(channel))
        .times(1 / Math.max(Math.sqrt(layer.variance().get(channel)), 1e-7)));
  }

  /** A kind of layer. */
  private record Kind<L extends LayerSpec>(
      Class<L> type, Formula<L> formula, List<LayerSample> samples) {
    Kind(Class<L> type, Formula<L> formula, LayerSample... samples) {
      this(type, formula, List.of(samples));
    }

    ReferenceLayer of(PlacedLayer layer) {
      return new ReferenceFormula<>(layer, type.cast(layer.spec()), formula);
    }
  }

  /** {@return the layers that the kit tries} */
  public static List<LayerSample> samples() {
    return KINDS.stream().flatMap(kind -> kind.samples().stream()).toList();
  }

  /** What a layer does that is given by a formula; empty for other layers. */
  static Optional<ReferenceLayer> of(PlacedLayer layer) {
    return KINDS.stream()
        .filter(kind -> kind.type().isInstance(layer.spec()))
        .findFirst()
        .map(kind -> kind.of(layer));
  }
}
