package dev.plenum.benchmarks.training;

import java.util.List;

/**
 * A training that left no result.
 *
 * @param cell what was to be trained
 * @param round in which round, from 1
 * @param reason in words, without a full stop
 * @param lastLines what its process printed last
 */
record TrainingFailure(TrainingCell cell, int round, String reason, List<String> lastLines) {}
