/** Networks as immutable, self-validating descriptions: layers, shapes and parameters. */
@CheckReturnValue
@NullMarked
package dev.plenum.api.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
