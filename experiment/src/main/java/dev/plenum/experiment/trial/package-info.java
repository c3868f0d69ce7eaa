/** Trainings that are judged by validation images: those of a search, and of an ablation. */
@NullMarked
package dev.plenum.experiment.trial;

import org.jspecify.annotations.NullMarked;
