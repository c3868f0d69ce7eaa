package dev.plenum.backend.dl4j;

import dev.plenum.api.Backend;
import dev.plenum.tck.BackendConformance;

/** The kit, on the CPU, with nothing left out. */
class Dl4jConformanceTest extends BackendConformance {
  @Override
  protected Backend backend() {
    return new Dl4jBackend();
  }
}
