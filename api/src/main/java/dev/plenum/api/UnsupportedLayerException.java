package dev.plenum.api;

import dev.plenum.api.network.PlacedLayer;
import java.util.Locale;

/** A network has a layer that a backend cannot run. */
public class UnsupportedLayerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * For a layer of a network.
   *
   * @param backend what users call it
   * @param layer the one that it cannot run
   */
  public UnsupportedLayerException(String backend, PlacedLayer layer) {
    super(String.format(
        Locale.ROOT,
        "the backend '%s' cannot run layer %d '%s' (%s): use another backend, or a network without such a layer",
        backend,
        layer.index() + 1,
        layer.name(),
        layer.spec().type()));
  }
}
