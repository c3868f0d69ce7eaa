/** Tables of pixels, and lists of image files, as CSV. */
@NullMarked
package dev.plenum.datasets.internal.csv;

import org.jspecify.annotations.NullMarked;
