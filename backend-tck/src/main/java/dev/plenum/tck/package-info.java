/** The conformance kit: extend {@link dev.plenum.tck.BackendConformance} to test a backend. */
@NullMarked
package dev.plenum.tck;

import org.jspecify.annotations.NullMarked;
