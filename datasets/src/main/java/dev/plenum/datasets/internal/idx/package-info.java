/** The IDX file format of the MNIST family. */
@NullMarked
package dev.plenum.datasets.internal.idx;

import org.jspecify.annotations.NullMarked;
