/**
 * The kernels of the pure-Java backend, one by one, by JMH. This package, and no other outside of that
 * backend, uses its {@code internal} packages: what is measured here has no other door, and is not part
 * of any promise.
 */
@NullMarked
package dev.plenum.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
