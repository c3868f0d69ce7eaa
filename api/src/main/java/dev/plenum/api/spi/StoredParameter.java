package dev.plenum.api.spi;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of a network and what an optimizer keeps for it: the one place that says which arrays a model
 * and its files have.
 *
 * @param layer where it belongs
 * @param spec what it is
 * @param slots the names of the arrays that are kept for it: those of the optimizer's formula if it is
 *     trained, the average where averages are kept, none if its layer is frozen
 */
public record StoredParameter(PlacedLayer layer, ParameterSpec spec, List<String> slots) {

  /**
   * Copies the list.
   *
   * @param layer where it belongs
   * @param spec what it is
   * @param slots the names of the arrays that are kept for it: those of the optimizer's formula if it is
   *     trained, the average where averages are kept, none if its layer is frozen
   */
  public StoredParameter {
    slots = List.copyOf(slots);
  }

  /**
   * {@return all arrays of a network, in layer order}
   *
   * @param network whose frozen layers get no slots
   * @param optimizer says which slots there are
   */
  public static List<StoredParameter> of(Network network, OptimizerSpec optimizer) {
    List<StoredParameter> all = new ArrayList<>();
    for (PlacedLayer layer : network.placedLayers()) {
      for (ParameterSpec spec : layer.parameters()) {
        all.add(new StoredParameter(layer, spec, slots(layer, spec, optimizer)));
      }
    }
    return List.copyOf(all);
  }

  private static List<String> slots(
      PlacedLayer layer, ParameterSpec spec, OptimizerSpec optimizer) {
    List<String> slots = new ArrayList<>();
    if (layer.isTrained(spec)) {
      slots.addAll(optimizer.slots());
    }
    if (!layer.frozen() && optimizer.options().emaMomentum().isPresent()) {
      slots.add(UpdateOptions.EMA);
    }
    return slots;
  }

  /** {@return its name in weight files: {@code conv2d/kernel}} */
  public String name() {
    return layer.parameterName(spec);
  }

  /**
   * {@return the name of one of its slots: {@code conv2d/kernel/m}}
   *
   * @param slot the slot's own name, one of {@link #slots}: {@code m}
   */
  public String slotName(String slot) {
    return name() + "/" + slot;
  }

  /** {@return whether the optimizer changes it} */
  public boolean isTrained() {
    return layer.isTrained(spec);
  }
}
