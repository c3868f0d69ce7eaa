package dev.plenum.experiment.search;

import dev.plenum.experiment.trial.Score;
import dev.plenum.persistence.RunRecord.TestResult;
import java.util.Optional;

/**
 * The winner trained again from another seed.
 *
 * @param seed what it was trained from
 * @param validation what it came to on the validation images; empty if it diverged
 * @param test and on the test images; empty if it diverged
 */
public record WinnerRun(long seed, Optional<Score> validation, Optional<TestResult> test) {}
