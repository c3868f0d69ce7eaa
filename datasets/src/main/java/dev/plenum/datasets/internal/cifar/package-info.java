/** CIFAR-10 and CIFAR-100 in their binary version. */
@NullMarked
package dev.plenum.datasets.internal.cifar;

import org.jspecify.annotations.NullMarked;
