/** Other JVMs that this one starts, and how they end. */
@NullMarked
package dev.plenum.experiment.process;

import org.jspecify.annotations.NullMarked;
