/** Random changes of training images, and their normalisation. */
module dev.plenum.augmentation {
  requires transitive dev.plenum.api;
  requires ejml.core;
  requires ejml.ddense;
  requires static org.jspecify;

  exports dev.plenum.augmentation;
}
