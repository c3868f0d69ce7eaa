package dev.plenum.app.reproduce;

/**
 * The result of averaged outputs on the test images.
 *
 * @param loss the mean loss of an image
 * @param accuracy the share of right predictions, 0 … 1
 * @param misclassified the number of wrong predictions
 */
public record CommitteeResult(double loss, double accuracy, int misclassified) {}
