package dev.plenum.api;

import dev.plenum.api.network.PlacedLayer;

/** A network has a layer that a backend cannot run. */
public class UnsupportedLayerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** For a layer of a network. */
  public UnsupportedLayerException(String backend, PlacedLayer layer) {
    super(
        ("the backend '%s' cannot run layer %d '%s' (%s): use another backend, or a network without such"
                + " a layer")
            .formatted(backend, layer.index() + 1, layer.name(), layer.spec().type()));
  }
}
