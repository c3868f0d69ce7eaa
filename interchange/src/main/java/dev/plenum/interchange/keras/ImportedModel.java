package dev.plenum.interchange.keras;

import dev.plenum.interchange.TrainedNetwork;

/**
 * What a file of Keras gave.
 *
 * @param trained the network and its weights
 * @param hasOptimizerState whether the file also has the state of an optimizer, which was left there
 */
public record ImportedModel(TrainedNetwork trained, boolean hasOptimizerState) {}
