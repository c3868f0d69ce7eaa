/** What the tests of several packages share. */
@NullMarked
package dev.plenum.datasets.support;

import org.jspecify.annotations.NullMarked;
