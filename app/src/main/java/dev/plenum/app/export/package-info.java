/** Models in the formats of others. */
@NullMarked
package dev.plenum.app.export;

import org.jspecify.annotations.NullMarked;
