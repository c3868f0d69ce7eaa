/** Deeplearning4j itself as the peer of our reader and writer of its files. */
@NullMarked
package dev.plenum.backend.dl4j.files;

import org.jspecify.annotations.NullMarked;
