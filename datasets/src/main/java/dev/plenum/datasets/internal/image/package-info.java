/** Image files: decoding, resizing, folders of class-named folders. */
@NullMarked
package dev.plenum.datasets.internal.image;

import org.jspecify.annotations.NullMarked;
