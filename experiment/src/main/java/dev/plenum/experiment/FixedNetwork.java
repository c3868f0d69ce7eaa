package dev.plenum.experiment;

import dev.plenum.api.network.InvalidNetworkException;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import java.util.Locale;
import java.util.Optional;

/**
 * A network that is there already.
 *
 * @param displayName what users call it
 * @param network the network
 */
public record FixedNetwork(String displayName, Network network) implements NetworkSource {

  @Override
  public Network network(Shape images, int classes) {
    if (!network.input().equals(images)) {
      throw new InvalidNetworkException("%s takes images of shape %s, the dataset has %s"
          .formatted(displayName, network.input(), images));
    }
    if (network.classes() != classes) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT,
          "%s tells %d classes apart, the dataset has %d",
          displayName,
          network.classes(),
          classes));
    }
    return network;
  }

  @Override
  public Optional<Network> own() {
    return Optional.of(network);
  }
}
