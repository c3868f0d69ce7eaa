/** Models from the formats of others. */
@NullMarked
package dev.plenum.interchange.imported;

import org.jspecify.annotations.NullMarked;
