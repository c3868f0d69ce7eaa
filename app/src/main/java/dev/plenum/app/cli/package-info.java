/** The commands, and how the command line is parsed and errors are told. */
@NullMarked
package dev.plenum.app.cli;

import org.jspecify.annotations.NullMarked;
