/** Pictures of results, drawn without a screen. */
@NullMarked
package dev.plenum.app.picture;

import org.jspecify.annotations.NullMarked;
