package dev.plenum.datasets.spi;

import java.nio.file.Path;

/**
 * An image file in another file.
 *
 * @param file what it is in
 * @param row its number there, from 0 on
 * @param label the index of its class
 */
public record PackedImage(Path file, long row, int label) {}
