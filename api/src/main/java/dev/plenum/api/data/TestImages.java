package dev.plenum.api.data;

/**
 * Images to measure a model by.
 *
 * @param name the dataset's, with the part that the images are: {@code mnist}, {@code pets/test}
 * @param images the images; perhaps not of all classes that a model knows, see {@link
 *     Dataset#withClasses}
 * @param sha256 identifies the data that were read, in hexadecimal digits
 */
public record TestImages(String name, Dataset images, String sha256) {}
