/** SVHN's cropped digits, as MATLAB files. */
@NullMarked
package dev.plenum.datasets.internal.svhn;

import org.jspecify.annotations.NullMarked;
