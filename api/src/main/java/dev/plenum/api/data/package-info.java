/** Labelled images, how they are split, and the batches that models are trained on. */
@NullMarked
package dev.plenum.api.data;

import org.jspecify.annotations.NullMarked;
