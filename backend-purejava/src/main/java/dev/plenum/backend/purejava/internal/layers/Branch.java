package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.spi.Plan;
import java.util.List;

/**
 * A value that has several readers: all find it in the same maps.
 *
 * @param fork the plan's
 */
public record Branch(Plan.Fork fork) implements Part {

  @Override
  public List<Plan.Value> reads() {
    return fork.reads();
  }

  @Override
  public List<Plan.Value> writes() {
    return fork.writes();
  }

  @Override
  public boolean isImagewise() {
    return true;
  }
}
