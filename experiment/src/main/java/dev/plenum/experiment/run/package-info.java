/** The folder of a run: what it is started with, checkpoints while it lasts, results at its end. */
@NullMarked
package dev.plenum.experiment.run;

import org.jspecify.annotations.NullMarked;
