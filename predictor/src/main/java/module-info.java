/** A trained classifier in a service: from a picture to an answer, for any number of threads. */
module dev.plenum.predictor {
  requires transitive dev.plenum.api;
  requires transitive dev.plenum.augmentation;
  requires transitive dev.plenum.datasets;
  requires transitive dev.plenum.ensemble;
  requires transitive dev.plenum.persistence;
  requires transitive java.desktop;
  requires static org.jspecify;

  exports dev.plenum.predictor;
}
