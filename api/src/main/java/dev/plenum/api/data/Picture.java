package dev.plenum.api.data;

/**
 * An image file of a dataset, as it was when it was read.
 *
 * @param path in the dataset's folder, with slashes: {@code train/cat/1.png}
 * @param sha256 of the file's bytes, in hexadecimal digits
 * @param pixelsSha256 of what it was decoded to, before it was scaled: one byte per channel in h, w, c
 *     order. The same file gives another digest where another decoder is at work
 */
public record Picture(String path, String sha256, String pixelsSha256) {}
