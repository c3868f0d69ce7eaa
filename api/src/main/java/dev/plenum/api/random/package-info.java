/** The one source of randomness: seeded, counter-based, the same on every JVM. */
@NullMarked
package dev.plenum.api.random;

import org.jspecify.annotations.NullMarked;
