package dev.plenum.api.network;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What every network must be like as a whole. */
final class Ending {
  private Ending() {}

  /** Softmax at the end and nowhere else, or logits from a Dense layer. */
  static void check(List<PlacedLayer> layers) {
    for (PlacedLayer layer : layers.subList(0, Math.max(0, layers.size() - 1))) {
      if (layer.spec().activation() == Activation.SOFTMAX) {
        throw new InvalidNetworkException(String.format(
            Locale.ROOT,
            "layer %d (%s): softmax is only for the last layer",
            layer.index() + 1,
            layer.spec().type()));
      }
    }
    if (layers.isEmpty() || !givesScores(layers.get(layers.size() - 1))) {
      throw new InvalidNetworkException(
          "a network must end in a Dense layer with softmax, or with a linear one whose "
              + "outputs are taken as logits; this one ends in " + describe(layers));
    }
  }

  private static boolean givesScores(PlacedLayer last) {
    Activation activation = last.spec().activation();
    return last.spec() instanceof Dense
        ? activation == Activation.SOFTMAX || activation == Activation.LINEAR
        : last.spec() instanceof ActivationLayer
            && activation == Activation.SOFTMAX
            && last.output().rank() == 1;
  }

  private static String describe(List<PlacedLayer> layers) {
    if (layers.isEmpty()) {
      return "nothing: it has no layers";
    }
    PlacedLayer last = layers.get(layers.size() - 1);
    if (last.spec() instanceof ActivationLayer) {
      return last.spec().activation() + " over values of shape " + last.output();
    }
    return last.spec().type()
        + (last.spec() instanceof Dense ? " with " + last.spec().activation() : "");
  }

  /** An unchangeable copy of the positions of frozen layers. */
  static Set<Integer> checkedPositions(Set<Integer> frozen, int layers) {
    for (int position : frozen) {
      if (position < 0 || position >= layers) {
        throw new InvalidNetworkException(String.format(
            Locale.ROOT, "there is no layer %d to freeze, of %d", position + 1, layers));
      }
    }
    return Collections.unmodifiableSet(new TreeSet<>(frozen));
  }
}
