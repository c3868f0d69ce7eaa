/** The conformance kit for backends, and the reference network that it measures them by. */
module dev.plenum.tck {
  requires transitive dev.plenum.api;
  requires transitive org.junit.jupiter.api;
  requires org.junit.jupiter.params;
  requires static org.jspecify;

  exports dev.plenum.tck;
  exports dev.plenum.tck.reference;

  // The groups of tests are not public; JUnit calls them by reflection.
  opens dev.plenum.tck to
      org.junit.platform.commons;
}
