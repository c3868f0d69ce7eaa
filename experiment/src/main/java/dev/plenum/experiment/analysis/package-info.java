/**
 * What a trained classifier can be learned from: its errors, labels that are probably wrong, how far its
 * probabilities can be trusted, where a committee disagrees, what in a picture it looks at.
 */
@NullMarked
package dev.plenum.experiment.analysis;

import org.jspecify.annotations.NullMarked;
