package dev.plenum.tck.selftest;

import dev.plenum.api.Backend;
import dev.plenum.tck.BackendConformance;

/** The kit can be passed, by what it compares with. */
class ReferenceBackendConformanceTest extends BackendConformance {
  @Override
  protected Backend backend() {
    return new ReferenceBackend();
  }
}
