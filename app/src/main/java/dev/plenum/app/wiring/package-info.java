/** What the settings choose, bound with Guice. */
@NullMarked
package dev.plenum.app.wiring;

import org.jspecify.annotations.NullMarked;
