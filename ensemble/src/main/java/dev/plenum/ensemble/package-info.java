/** Committees: train members, combine their outputs, save and load them. */
@NullMarked
package dev.plenum.ensemble;

import org.jspecify.annotations.NullMarked;
