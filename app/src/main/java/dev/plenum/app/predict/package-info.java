/** A saved model's answers to pictures. */
@NullMarked
package dev.plenum.app.predict;

import org.jspecify.annotations.NullMarked;
