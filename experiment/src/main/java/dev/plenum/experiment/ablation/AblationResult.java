package dev.plenum.experiment.ablation;

import dev.plenum.experiment.ablation.AblationPlan.AblationCell;
import dev.plenum.experiment.statistics.Predictions;
import dev.plenum.experiment.trial.Score;

/**
 * What came out of one training.
 *
 * @param cell which one
 * @param score what it came to on the images of its fold
 * @param predictions what it made of each of them
 */
public record AblationResult(AblationCell cell, Score score, Predictions predictions) {}
