/** The kit tested on itself: the reference as a backend passes, faulty variants of it do not. */
@NullMarked
package dev.plenum.tck.selftest;

import org.jspecify.annotations.NullMarked;
