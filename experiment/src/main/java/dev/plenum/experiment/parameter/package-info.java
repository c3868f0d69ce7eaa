/** Recipes from parameters that are chosen by their names. */
@NullMarked
package dev.plenum.experiment.parameter;

import org.jspecify.annotations.NullMarked;
