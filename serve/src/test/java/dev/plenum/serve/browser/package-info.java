/** A real browser for tests. */
@NullMarked
package dev.plenum.serve.browser;

import org.jspecify.annotations.NullMarked;
