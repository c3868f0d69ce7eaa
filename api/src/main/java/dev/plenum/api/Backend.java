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

  /** What users call it: {@code purejava}. */
  String name();

  /** What it is, in one line. */
  String description();

  /** Whether it can be used here, and if not, what to do. */
  Availability availability();

  /** What computes; only for an available backend. */
  EngineInfo engine();

  /**
   * The same backend with other settings, by name. Every backend knows {@code threads}.
   *
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
   * Whether what a model predicts for an image has the same bits whatever other images, and how many, are
   * predicted in the same call. Where it has not, whoever promises their users the same answer every time
   * predicts images one by one.
   */
  default boolean isBatchInvariant() {
    return false;
  }

  /**
   * Makes a model with initial weights that follow from the seed alone.
   *
   * @throws BackendUnavailableException if the backend is not available here
   * @throws UnsupportedLayerException if it cannot run a layer of the network, see {@link #supports}
   */
  Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed);

  /**
   * Whether it can run this layer or merge, wherever it stands in a network. What it cannot, {@link
   * #compile} refuses by an {@link UnsupportedLayerException}.
   */
  default boolean supports(Operation operation) {
    return true;
  }

  /**
   * Refuses what it cannot run: to be called by {@link #compile}.
   *
   * @throws UnsupportedLayerException for the first layer that it does not {@link #supports support}
   */
  default void requireSupport(Network network) {
    for (PlacedLayer layer : network.placedLayers()) {
      if (!supports(layer.spec())) {
        throw new UnsupportedLayerException(name(), layer);
      }
    }
  }

  /** Makes a model with the loss {@link Loss#SPARSE_CATEGORICAL_CROSSENTROPY}. */
  default Model compile(Network network, OptimizerSpec optimizer, Seed seed) {
    return compile(network, optimizer, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, seed);
  }
}
