/** Models and weights in the formats of Keras 3: {@code .keras} and {@code .weights.h5}. */
@NullMarked
package dev.plenum.interchange.keras;

import org.jspecify.annotations.NullMarked;
