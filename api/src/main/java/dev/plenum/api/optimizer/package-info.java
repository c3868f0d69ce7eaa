/** Optimizers as immutable, self-validating descriptions. */
@CheckReturnValue
@NullMarked
package dev.plenum.api.optimizer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
