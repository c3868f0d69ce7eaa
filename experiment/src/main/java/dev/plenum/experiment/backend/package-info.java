/** What can be found out about the backends of this process. */
@NullMarked
package dev.plenum.experiment.backend;

import org.jspecify.annotations.NullMarked;
