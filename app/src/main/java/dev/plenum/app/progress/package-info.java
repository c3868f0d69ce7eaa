/** How far a training or a download is: bars on a terminal, plain lines elsewhere. */
@NullMarked
package dev.plenum.app.progress;

import org.jspecify.annotations.NullMarked;
