package dev.plenum.datasets.internal.ink;

/**
 * What is written on a picture.
 *
 * @param height of the picture, in pixels
 * @param width of the picture, in pixels
 * @param values how much ink each pixel has, from 0 to 255, row after row
 * @param box where it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Ink(int height, int width, byte[] values, Box box) {}
