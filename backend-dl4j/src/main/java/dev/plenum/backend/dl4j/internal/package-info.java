/** Settings. */
@NullMarked
package dev.plenum.backend.dl4j.internal;

import org.jspecify.annotations.NullMarked;
