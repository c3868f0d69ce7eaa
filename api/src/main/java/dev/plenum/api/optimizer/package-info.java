/** Optimizers as immutable, self-validating descriptions. */
@NullMarked
package dev.plenum.api.optimizer;

import org.jspecify.annotations.NullMarked;
