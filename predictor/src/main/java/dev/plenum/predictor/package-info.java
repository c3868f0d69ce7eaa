/**
 * From a picture to an answer: how pictures become a model's input, and a classifier that any number of
 * threads may ask.
 */
@NullMarked
package dev.plenum.predictor;

import org.jspecify.annotations.NullMarked;
