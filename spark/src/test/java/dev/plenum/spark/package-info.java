/** Tests on real clusters of this machine. */
@NullMarked
package dev.plenum.spark;

import org.jspecify.annotations.NullMarked;
