/** What the processor can do at most. */
@NullMarked
package dev.plenum.benchmarks.peak;

import org.jspecify.annotations.NullMarked;
