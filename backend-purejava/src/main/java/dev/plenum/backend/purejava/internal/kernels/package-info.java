/** The arithmetic that most of the time goes into, as a scalar and a vector version that give the same bits. */
@NullMarked
package dev.plenum.backend.purejava.internal.kernels;

import org.jspecify.annotations.NullMarked;
