/** Finds what is written on a picture of paper, whatever its light. */
@NullMarked
package dev.plenum.datasets.internal.ink;

import org.jspecify.annotations.NullMarked;
