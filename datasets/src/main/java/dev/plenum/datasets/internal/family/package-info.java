/** Datasets of four IDX files: what is published, where the files lie, how they become a dataset. */
@NullMarked
package dev.plenum.datasets.internal.family;

import org.jspecify.annotations.NullMarked;
