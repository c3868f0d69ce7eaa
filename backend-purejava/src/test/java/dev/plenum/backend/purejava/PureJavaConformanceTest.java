package dev.plenum.backend.purejava;

import dev.plenum.api.Backend;
import dev.plenum.tck.BackendConformance;

/** The kit, with the kernels and the number of threads that this machine gets by default. */
class PureJavaConformanceTest extends BackendConformance {
  @Override
  protected Backend backend() {
    return new PureJavaBackend();
  }
}
