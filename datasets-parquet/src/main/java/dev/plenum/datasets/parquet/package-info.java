/** Images in Parquet tables, for {@link java.util.ServiceLoader}. */
@NullMarked
package dev.plenum.datasets.parquet;

import org.jspecify.annotations.NullMarked;
