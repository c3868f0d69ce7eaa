/** What samples, and classifiers on the same images, can be said to differ in. */
@NullMarked
package dev.plenum.experiment.statistics;

import org.jspecify.annotations.NullMarked;
