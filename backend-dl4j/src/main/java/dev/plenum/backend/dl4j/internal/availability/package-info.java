/** What is missing where ND4J cannot run, and what to do. */
@NullMarked
package dev.plenum.backend.dl4j.internal.availability;

import org.jspecify.annotations.NullMarked;
