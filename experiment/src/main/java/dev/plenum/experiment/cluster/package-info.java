/** Trainings on other machines: what they are told, what they give back, and who carries them there. */
@NullMarked
package dev.plenum.experiment.cluster;

import org.jspecify.annotations.NullMarked;
