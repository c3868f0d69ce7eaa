package dev.plenum.backend.dl4j;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.tck.BackendConformance;
import org.junit.jupiter.api.BeforeAll;

/** The kit, on a card; skipped where there is none, with what is missing. */
class Dl4jCudaConformanceTest extends BackendConformance {
  @BeforeAll
  static void needsACard() {
    Availability availability = new Dl4jCudaBackend().availability();
    assumeTrue(availability.isAvailable(), availability::detail);
  }

  @Override
  protected Backend backend() {
    return new Dl4jCudaBackend();
  }
}
