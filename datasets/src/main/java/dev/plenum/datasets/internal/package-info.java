/** What the readers of all kinds of files share. */
@NullMarked
package dev.plenum.datasets.internal;

import org.jspecify.annotations.NullMarked;
