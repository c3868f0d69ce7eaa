package dev.plenum.experiment.trial;

import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.run.TrainingFolder;

/**
 * One training of a search or an ablation.
 *
 * @param name what users call it: {@code trial 3, 9 epochs}
 * @param recipe how it is trained
 * @param folder gets its files. Where it keeps checkpoints, there may be those of the same trial's shorter
 *     training, to go on from; a training from the start has the same bits
 */
public record TrialTraining(String name, Recipe recipe, TrainingFolder folder) {}
