/** Trainings as values: what is trained, how, on what, and what comes out of it. */
@NullMarked
package dev.plenum.experiment;

import org.jspecify.annotations.NullMarked;
