/** For authors of backends: what the models of all backends have in common. */
@NullMarked
package dev.plenum.api.spi;

import org.jspecify.annotations.NullMarked;
