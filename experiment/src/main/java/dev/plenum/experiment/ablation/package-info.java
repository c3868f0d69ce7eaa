/** The same training with and without an ingredient: which one pays, by images left out of the training. */
@NullMarked
package dev.plenum.experiment.ablation;

import org.jspecify.annotations.NullMarked;
