/** Classifiers over HTTP: the interface for programs, and the page to draw on. */
@NullMarked
package dev.plenum.serve;

import org.jspecify.annotations.NullMarked;
