/** Files from mirrors: resumed, limited, checked, moved into place in one step. */
@NullMarked
package dev.plenum.datasets.internal.download;

import org.jspecify.annotations.NullMarked;
