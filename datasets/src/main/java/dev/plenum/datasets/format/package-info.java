/** The formats of datasets that come with Plenum, for {@link java.util.ServiceLoader}. */
@NullMarked
package dev.plenum.datasets.format;

import org.jspecify.annotations.NullMarked;
