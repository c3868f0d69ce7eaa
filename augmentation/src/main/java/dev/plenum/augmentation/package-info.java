/**
 * What Keras's {@code ImageDataGenerator} does to images: random changes ({@link
 * dev.plenum.augmentation.ImageAugmentation}) and normalisation ({@link
 * dev.plenum.augmentation.ImageNormalisation}).
 */
@NullMarked
package dev.plenum.augmentation;

import org.jspecify.annotations.NullMarked;
