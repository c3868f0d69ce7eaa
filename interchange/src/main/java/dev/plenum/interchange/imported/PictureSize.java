package dev.plenum.interchange.imported;

/**
 * The size of the pictures that a network takes.
 *
 * @param height in pixels
 * @param width in pixels
 */
public record PictureSize(int height, int width) {}
