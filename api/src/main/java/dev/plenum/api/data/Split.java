package dev.plenum.api.data;

/**
 * A dataset in two parts.
 *
 * @param train the images to train on
 * @param validation the images set aside to watch the training by
 */
public record Split(Dataset train, Dataset validation) {}
