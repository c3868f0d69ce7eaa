/** The one source of randomness: seeded, counter-based, the same on every JVM. */
@CheckReturnValue
@NullMarked
package dev.plenum.api.random;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
