/** Datasets by name, from files, from the cache or downloaded, and from folders of images. */
@NullMarked
package dev.plenum.datasets;

import org.jspecify.annotations.NullMarked;
