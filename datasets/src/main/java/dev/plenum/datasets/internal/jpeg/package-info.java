/** A decoder of JPEG files that gives the same samples on every machine: those of libjpeg. */
@NullMarked
package dev.plenum.datasets.internal.jpeg;

import org.jspecify.annotations.NullMarked;
