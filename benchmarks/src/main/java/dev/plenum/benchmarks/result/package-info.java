/** Where results go. */
@NullMarked
package dev.plenum.benchmarks.result;

import org.jspecify.annotations.NullMarked;
