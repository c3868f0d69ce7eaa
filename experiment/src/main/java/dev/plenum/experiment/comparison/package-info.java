/** The same trainings on several backends, and in what they differ. */
@NullMarked
package dev.plenum.experiment.comparison;

import org.jspecify.annotations.NullMarked;
