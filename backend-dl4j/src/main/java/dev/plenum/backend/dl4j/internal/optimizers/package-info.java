/** The optimizers' formulas as ND4J's operations. */
@NullMarked
package dev.plenum.backend.dl4j.internal.optimizers;

import org.jspecify.annotations.NullMarked;
