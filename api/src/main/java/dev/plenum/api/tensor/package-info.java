/** Named arrays of floats: how weights and optimizer state travel between backends and files. */
@NullMarked
package dev.plenum.api.tensor;

import org.jspecify.annotations.NullMarked;
