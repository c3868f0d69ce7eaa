package dev.plenum.datasets.internal.image;

import java.nio.file.Path;

/**
 * An image file and its class.
 *
 * @param path where it is
 * @param label the index of its class
 */
record LabelledFile(Path path, int label) {}
