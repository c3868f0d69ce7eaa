/** Named arrays of floats: how weights and optimizer state travel between backends and files. */
@CheckReturnValue
@NullMarked
package dev.plenum.api.tensor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
