/** Threads that share the units of a phase. */
@NullMarked
package dev.plenum.backend.purejava.internal.parallel;

import org.jspecify.annotations.NullMarked;
