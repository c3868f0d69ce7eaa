/** What surrounds a command. */
@NullMarked
package dev.plenum.app.host;

import org.jspecify.annotations.NullMarked;
