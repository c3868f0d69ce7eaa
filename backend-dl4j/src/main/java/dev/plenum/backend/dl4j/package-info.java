/**
 * The backends {@code dl4j} and {@code dl4j-cuda}, on ND4J, the native engine of Deeplearning4j, and {@code
 * dl4j-nn}, on its own networks.
 */
@NullMarked
package dev.plenum.backend.dl4j;

import org.jspecify.annotations.NullMarked;
