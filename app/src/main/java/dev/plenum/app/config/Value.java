package dev.plenum.app.config;

/**
 * A value as it was found.
 *
 * @param text what was written
 * @param origin where: {@code option --epochs}, {@code environment variable PLENUM_EPOCHS}, {@code
 *     plenum.conf:3}
 */
public record Value(String text, String origin) {}
