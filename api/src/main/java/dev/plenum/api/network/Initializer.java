package dev.plenum.api.network;

/** What an array's values are before training. */
public sealed interface Initializer permits Constant, VarianceScaling {}
