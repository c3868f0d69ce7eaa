/** A page to watch trainings on, and what it asks its server. */
@NullMarked
package dev.plenum.serve.watch;

import org.jspecify.annotations.NullMarked;
