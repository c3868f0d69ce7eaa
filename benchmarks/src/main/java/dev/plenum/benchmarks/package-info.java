/** How fast Plenum is: its kernels, and whole trainings on every backend. */
@NullMarked
package dev.plenum.benchmarks;

import org.jspecify.annotations.NullMarked;
