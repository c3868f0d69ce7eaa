/** The optimizers' updates. */
@NullMarked
package dev.plenum.backend.purejava.internal.optimizers;

import org.jspecify.annotations.NullMarked;
