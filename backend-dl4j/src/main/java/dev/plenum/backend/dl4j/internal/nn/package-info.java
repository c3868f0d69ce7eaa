/** Networks of deeplearning4j-nn, built from ours as its users write them. */
@NullMarked
package dev.plenum.backend.dl4j.internal.nn;

import org.jspecify.annotations.NullMarked;
