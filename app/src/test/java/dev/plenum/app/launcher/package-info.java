/** The launcher script. */
@NullMarked
package dev.plenum.app.launcher;

import org.jspecify.annotations.NullMarked;
