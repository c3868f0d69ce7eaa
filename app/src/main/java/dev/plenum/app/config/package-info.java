/** Where settings come from, and what they may be. */
@NullMarked
package dev.plenum.app.config;

import org.jspecify.annotations.NullMarked;
