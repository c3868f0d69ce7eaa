/** The reference experiment: its stages and their results. */
@NullMarked
package dev.plenum.experiment.reference;

import org.jspecify.annotations.NullMarked;
