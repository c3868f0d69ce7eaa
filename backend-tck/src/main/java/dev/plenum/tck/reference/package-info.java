/**
 * What every backend must compute, in double precision and as plainly as possible: one layer after
 * another, one element at a time, one small class per kind of layer and of optimizer.
 */
@NullMarked
package dev.plenum.tck.reference;

import org.jspecify.annotations.NullMarked;
