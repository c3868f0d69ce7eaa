/** ND4J itself: its start, its memory and its operations. */
@NullMarked
package dev.plenum.backend.dl4j.internal.engine;

import org.jspecify.annotations.NullMarked;
