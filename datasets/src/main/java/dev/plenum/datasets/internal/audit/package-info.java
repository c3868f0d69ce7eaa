/** Looks for what is wrong with a dataset. */
@NullMarked
package dev.plenum.datasets.internal.audit;

import org.jspecify.annotations.NullMarked;
