package dev.plenum.interchange.keras;

import dev.plenum.api.network.Network;
import java.util.Optional;

/**
 * What a model's description says.
 *
 * @param network the layers but for those that only prepare the input
 * @param input what the model gets
 * @param precision see {@link ImportedModel}
 */
record KerasNetwork(Network network, ImportedModel.Input input, Optional<String> precision) {}
