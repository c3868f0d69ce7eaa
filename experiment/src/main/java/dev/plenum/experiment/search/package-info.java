/** Random search and successive halving over recipes, by validation images only. */
@NullMarked
package dev.plenum.experiment.search;

import org.jspecify.annotations.NullMarked;
