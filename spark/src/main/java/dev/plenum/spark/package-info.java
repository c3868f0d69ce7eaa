/** Trainings as tasks of Apache Spark. */
@NullMarked
package dev.plenum.spark;

import org.jspecify.annotations.NullMarked;
