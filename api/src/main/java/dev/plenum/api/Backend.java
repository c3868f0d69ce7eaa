package dev.plenum.api;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.Map;

/**
 * An engine that trains networks: the service interface that {@link java.util.ServiceLoader} finds.
 * Immutable; making one must not load native code or start threads.
 */
public interface Backend {

  /** {@return what users call it: {@code purejava}} */
  String name();

  /** {@return what it is, in one line} */
  String description();

  /** {@return whether it can be used here, and if not, what to do} */
  Availability availability();

  /** {@return what computes; only for an available backend} */
  EngineInfo engine();

  /**
   * {@return the same backend with other settings}
   *
   * @param settings by name, as users write them; every backend knows {@code threads}
   * @throws IllegalArgumentException if a setting is unknown to this backend or has a value out of
   *     range; the message lists what there is
   */
  Backend withSettings(Map<String, String> settings);

  /**
   * Begins to get ready for training, in the background, and returns at once: for an application that
   * has something else to do first, such as reading its data. The first epoch is faster then; results
   * do not depend on it. Only for an available backend; one that needs no such thing does nothing.
   */
  default void warmUp() {}

  /**
   * {@return whether what a model predicts for an image has the same bits whatever other images, and how
   * many, are predicted in the same call} Where it has not, whoever promises their users the same answer
   * every time predicts images one by one.
   */
  default boolean isBatchInvariant() {
    return false;
  }

  /**
   * Makes a model with initial weights that follow from the seed alone.
   *
   * @param network what the model runs
   * @param optimizer how it is to be trained
   * @param loss what its training makes small
   * @param seed what its initial weights follow from, and in training its shuffling and dropout
   * @return the model, which must be closed
   * @throws BackendUnavailableException if the backend is not available here
   * @throws UnsupportedLayerException if it cannot run a layer of the network, see {@link #supports}
   */
  Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed);

  /**
   * {@return whether it can run this layer or merge, wherever it stands in a network} What it cannot, {@link
   * #compile} refuses by an {@link UnsupportedLayerException}.
   *
   * @param operation a layer or a merge, with its settings
   */
  default boolean supports(Operation operation) {
    return true;
  }

  /**
   * Refuses what it cannot run: to be called by {@link #compile}.
   *
   * @param network whose layers are looked at, each in its turn
   * @throws UnsupportedLayerException for the first layer that it does not {@link #supports support}
   */
  default void requireSupport(Network network) {
    for (PlacedLayer layer : network.placedLayers()) {
      if (!supports(layer.spec())) {
        throw new UnsupportedLayerException(name(), layer);
      }
    }
  }

  /**
   * Makes a model with the loss {@link Loss#SPARSE_CATEGORICAL_CROSSENTROPY}.
   *
   * @param network what the model runs
   * @param optimizer how it is to be trained
   * @param seed what its initial weights follow from, and in training its shuffling and dropout
   * @return the model, which must be closed
   */
  default Model compile(Network network, OptimizerSpec optimizer, Seed seed) {
    return compile(network, optimizer, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, seed);
  }
}
