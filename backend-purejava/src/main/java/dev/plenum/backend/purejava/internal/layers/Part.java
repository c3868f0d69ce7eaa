package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.spi.Plan;
import java.util.List;

/** What an engine runs as one: some steps of a plan, or a fork. */
public sealed interface Part permits Block, Branch {

  /** The values that it reads. */
  List<Plan.Value> reads();

  /** The values that it writes. */
  List<Plan.Value> writes();

  /** Whether it looks at each image by itself; else it works on the whole batch. */
  boolean isImagewise();
}
