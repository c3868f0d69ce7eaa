/** The plenum command line. */
@NullMarked
package dev.plenum.app;

import org.jspecify.annotations.NullMarked;
