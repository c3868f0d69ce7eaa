/** Whole trainings, each in a JVM of its own. */
@NullMarked
package dev.plenum.benchmarks.training;

import org.jspecify.annotations.NullMarked;
