package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;

/**
 * What the steps of a network have in common.
 *
 * @param trains whether the network trains: with dropout, and with the statistics of batches
 * @param seed keys the dropout masks
 * @param memory what a step needs for itself is taken from here
 * @param scratch room for results in between
 */
public record Workplace(boolean trains, Seed seed, NativeMemory memory, Scratch scratch) {}
