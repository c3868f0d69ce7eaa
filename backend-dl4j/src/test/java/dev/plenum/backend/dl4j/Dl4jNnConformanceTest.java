package dev.plenum.backend.dl4j;

import dev.plenum.api.Backend;
import dev.plenum.tck.BackendConformance;
import dev.plenum.tck.Capability;
import java.util.Set;

/** The kit, on Deeplearning4j's own networks. */
class Dl4jNnConformanceTest extends BackendConformance {
  @Override
  protected Backend backend() {
    return new Dl4jNnBackend();
  }

  /**
   * Dilated depthwise and separable convolutions fail in oneDNN; plain ones are tested in {@link
   * Dl4jNnTest}. And Deeplearning4j's global maximum takes a NaN for the least of all numbers.
   */
  @Override
  protected Set<Capability> lacking() {
    return Set.of(Capability.DILATION, Capability.NAN_THROUGH_HIDDEN_LAYERS);
  }
}
