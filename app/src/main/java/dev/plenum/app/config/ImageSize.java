package dev.plenum.app.config;

/**
 * The size to which images are scaled.
 *
 * @param height in pixels
 * @param width in pixels
 */
public record ImageSize(int height, int width) {}
