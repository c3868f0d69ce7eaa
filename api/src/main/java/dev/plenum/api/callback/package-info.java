/** Ready-made callbacks: learning rates, stopping, logs and digests. */
@NullMarked
package dev.plenum.api.callback;

import org.jspecify.annotations.NullMarked;
