/** Recipes with names, run as often as a figure needs, each time as a user would. */
@NullMarked
package dev.plenum.experiment.attempt;

import org.jspecify.annotations.NullMarked;
