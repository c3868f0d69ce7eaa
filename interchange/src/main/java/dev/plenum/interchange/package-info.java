/** What the formats of others have in common. */
@NullMarked
package dev.plenum.interchange;

import org.jspecify.annotations.NullMarked;
