/** The same trainings on several backends, each in a JVM of its own. */
@NullMarked
package dev.plenum.app.compare;

import org.jspecify.annotations.NullMarked;
