/** Committees: train members, combine their outputs, save and load them. */
module dev.plenum.ensemble {
  requires transitive dev.plenum.api;
  requires transitive dev.plenum.persistence;
  requires static org.jspecify;

  exports dev.plenum.ensemble;
}
