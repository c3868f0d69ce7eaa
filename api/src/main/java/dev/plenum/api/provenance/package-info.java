/** What the parts of a training say of themselves, for its record. */
@NullMarked
package dev.plenum.api.provenance;

import org.jspecify.annotations.NullMarked;
