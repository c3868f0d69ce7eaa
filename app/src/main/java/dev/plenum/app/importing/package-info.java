/** Models from the formats of others. */
@NullMarked
package dev.plenum.app.importing;

import org.jspecify.annotations.NullMarked;
