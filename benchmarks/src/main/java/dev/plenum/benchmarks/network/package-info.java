/** The networks that are measured, and the arithmetic that they need. */
@NullMarked
package dev.plenum.benchmarks.network;

import org.jspecify.annotations.NullMarked;
