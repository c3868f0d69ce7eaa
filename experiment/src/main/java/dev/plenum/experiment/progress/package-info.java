/** What a training tells, while it runs, to whoever looks at its folder. */
@NullMarked
package dev.plenum.experiment.progress;

import org.jspecify.annotations.NullMarked;
