/** What samples, and classifiers on the same images, can be said to differ in. */
@NullMarked
package dev.plenum.app.statistics;

import org.jspecify.annotations.NullMarked;
