package dev.plenum.datasets.internal.image;

import java.nio.file.Path;

/**
 * An image file and its class.
 *
 * @param path where it is
 * @param name its path in the dataset's folder, with slashes: {@code train/cat/1.png}
 * @param label the index of its class
 */
record LabelledFile(Path path, String name, int label) {}
