/** The reference checked by hand, against Keras and by central differences; faulty variants of it. */
@NullMarked
package dev.plenum.tck.reference;

import org.jspecify.annotations.NullMarked;
