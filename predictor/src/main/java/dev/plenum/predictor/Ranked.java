package dev.plenum.predictor;

/**
 * A class with its probability.
 *
 * @param className what the class is called
 * @param index of the class, from 0
 * @param probability from 0 to 1
 */
public record Ranked(String className, int index, float probability) {}
