/** Settings of the pure-Java backend, and the machine it runs on. */
@NullMarked
package dev.plenum.backend.purejava.internal;

import org.jspecify.annotations.NullMarked;
