/** The datasets that can be asked for: those known by name, and folders of images. */
@NullMarked
package dev.plenum.app.dataset;

import org.jspecify.annotations.NullMarked;
