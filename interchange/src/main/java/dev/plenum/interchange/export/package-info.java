/** Models in the formats of others. */
@NullMarked
package dev.plenum.interchange.export;

import org.jspecify.annotations.NullMarked;
