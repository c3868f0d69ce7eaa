/** Networks as immutable, self-validating descriptions: layers, shapes and parameters. */
@NullMarked
package dev.plenum.api.network;

import org.jspecify.annotations.NullMarked;
