/** Backends as third parties would write them. */
@NullMarked
package dev.plenum.app.toy;

import org.jspecify.annotations.NullMarked;
