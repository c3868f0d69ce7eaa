/** What runs on executors, and what follows it on the driver. */
@NullMarked
package dev.plenum.spark.internal;

import org.jspecify.annotations.NullMarked;
