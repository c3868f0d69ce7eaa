/** Trainings that settings send to a cluster. */
@NullMarked
package dev.plenum.app.cluster;

import org.jspecify.annotations.NullMarked;
