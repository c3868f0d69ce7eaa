/** How pictures become images of one size. */
@NullMarked
package dev.plenum.datasets.picture;

import org.jspecify.annotations.NullMarked;
