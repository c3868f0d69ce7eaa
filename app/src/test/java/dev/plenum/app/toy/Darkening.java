package dev.plenum.app.toy;

import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.TransformProvider;
import dev.plenum.api.network.Shape;
import dev.plenum.api.provenance.Described;
import dev.plenum.api.random.CounterRandom;
import java.util.Map;

/** A third party's change of images, which multiplies their values by a factor. */
public final class Darkening implements TransformProvider {
  @Override
  public String name() {
    return "darken";
  }

  @Override
  public ImageTransform make(Map<String, String> settings) {
    return new Factor(Float.parseFloat(settings.getOrDefault("factor", "0.5")));
  }

  private record Factor(float factor) implements ImageTransform {
    @Override
    public void apply(
        float[] source, float[] target, int targetOffset, Shape shape, CounterRandom random) {
      for (int i = 0; i < shape.size(); i++) {
        target[targetOffset + i] = factor * source[i];
      }
    }

    @Override
    public Map<String, Object> describe() {
      return Described.named("darken", "factor", factor);
    }
  }
}
