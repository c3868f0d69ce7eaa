/** Reads Parquet tables of images. */
@NullMarked
package dev.plenum.datasets.parquet.internal;

import org.jspecify.annotations.NullMarked;
