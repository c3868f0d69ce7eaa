package dev.plenum.backend.purejava.internal.kernels;

/**
 * The values under one window of a convolution, as the kernels read them: rows of neighbours, cut into
 * chunks of {@link Gemm#COLUMNS}.
 *
 * @param rows rows of the window
 * @param rowStep from one row to the next
 * @param chunks chunks of a row
 */
public record Patch(int rows, int rowStep, int chunks) {}
