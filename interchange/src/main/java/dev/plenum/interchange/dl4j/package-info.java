/** Deeplearning4j's files, read and written without Deeplearning4j. */
@NullMarked
package dev.plenum.interchange.dl4j;

import org.jspecify.annotations.NullMarked;
