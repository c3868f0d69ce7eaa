package dev.plenum.backend.purejava;

import dev.plenum.api.Backend;
import dev.plenum.tck.BackendConformance;
import java.util.Map;

/** The kit without the Vector API, and with more threads than there are images in most batches. */
class ScalarKernelsConformanceTest extends BackendConformance {
  @Override
  protected Backend backend() {
    return new PureJavaBackend().withSettings(Map.of("kernels", "scalar", "threads", "3"));
  }
}
