/** Which trainings a picture of their histories shows, and what it calls them. */
@NullMarked
package dev.plenum.app.plot;

import org.jspecify.annotations.NullMarked;
