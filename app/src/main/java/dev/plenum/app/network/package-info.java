/** The networks that can be asked for: the built-in ones, and files. */
@NullMarked
package dev.plenum.app.network;

import org.jspecify.annotations.NullMarked;
