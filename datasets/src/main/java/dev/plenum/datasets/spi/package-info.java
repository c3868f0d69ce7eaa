/** For readers of data in jars of their own. */
@NullMarked
package dev.plenum.datasets.spi;

import org.jspecify.annotations.NullMarked;
