/** Where the pixels of images are kept: in memory, or in a file of the cache. */
@NullMarked
package dev.plenum.datasets.internal.pixels;

import org.jspecify.annotations.NullMarked;
