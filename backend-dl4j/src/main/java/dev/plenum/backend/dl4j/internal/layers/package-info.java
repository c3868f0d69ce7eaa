/** Layers as ND4J's operations, forward and backward. */
@NullMarked
package dev.plenum.backend.dl4j.internal.layers;

import org.jspecify.annotations.NullMarked;
