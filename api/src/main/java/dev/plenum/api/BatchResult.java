package dev.plenum.api;

/**
 * How one training step went, before its update of the weights.
 *
 * @param lossSum the sum of the images' losses
 * @param correct the number of images classified rightly
 * @param size the number of images
 */
public record BatchResult(double lossSum, int correct, int size) {}
