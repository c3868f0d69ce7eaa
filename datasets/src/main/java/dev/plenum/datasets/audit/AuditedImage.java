package dev.plenum.datasets.audit;

import java.util.Optional;

/**
 * An image of an audited dataset.
 *
 * @param part {@code train}, {@code validation} or {@code test}
 * @param name its file's path in the dataset, {@code train/cat/1.png}, or its index in its part, {@code
 *     train[17]}
 * @param className its class
 * @param height in pixels, as it is stored
 * @param width in pixels, as it is stored
 * @param preview what it looks like, of those that are to be shown
 */
public record AuditedImage(
    String part, String name, String className, int height, int width, Optional<Preview> preview) {}
