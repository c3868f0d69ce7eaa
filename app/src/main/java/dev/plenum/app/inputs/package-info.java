/** What a run was started with: images and networks, so that it is gone on with or repeated with the same. */
@NullMarked
package dev.plenum.app.inputs;

import org.jspecify.annotations.NullMarked;
