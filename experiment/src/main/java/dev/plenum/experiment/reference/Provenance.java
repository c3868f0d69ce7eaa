package dev.plenum.experiment.reference;

import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Platform;

/**
 * Where the results come from.
 *
 * @param invocation what was started, as a command that can be typed again
 * @param platform what it ran on
 * @param datasetSha256 identifies the data, in hexadecimal digits
 * @param train the number of images to train on
 * @param validation the number of images set aside from these
 * @param seed the first run's seed
 * @param seeds how often each stage without a committee was run
 * @param splitSeed what the choice of validation images follows from
 */
public record Provenance(
    Invocation invocation,
    Platform platform,
    String datasetSha256,
    int train,
    int validation,
    long seed,
    int seeds,
    long splitSeed) {}
