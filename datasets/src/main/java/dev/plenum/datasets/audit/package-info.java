/** What is wrong with a dataset, or odd about it. */
@NullMarked
package dev.plenum.datasets.audit;

import org.jspecify.annotations.NullMarked;
