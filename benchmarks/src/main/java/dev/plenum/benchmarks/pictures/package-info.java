/** How fast pictures are read. */
@NullMarked
package dev.plenum.benchmarks.pictures;

import org.jspecify.annotations.NullMarked;
