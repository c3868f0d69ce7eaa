/** The reference experiment: its stages, their results, and the report on them. */
@NullMarked
package dev.plenum.app.reproduce;

import org.jspecify.annotations.NullMarked;
