/** Arrays as NumPy stores them: {@code .npy} files and {@code .npz} archives. */
@NullMarked
package dev.plenum.datasets.internal.numpy;

import org.jspecify.annotations.NullMarked;
