/** The pure-Java backend. */
@NullMarked
package dev.plenum.backend.purejava;

import org.jspecify.annotations.NullMarked;
