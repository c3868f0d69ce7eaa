/** What TensorBoard shows of trainings: its event files. */
@NullMarked
package dev.plenum.experiment.tensorboard;

import org.jspecify.annotations.NullMarked;
