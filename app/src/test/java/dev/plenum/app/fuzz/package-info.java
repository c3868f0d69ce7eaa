/** Damages files at random and looks at what reading them does. */
@NullMarked
package dev.plenum.app.fuzz;

import org.jspecify.annotations.NullMarked;
