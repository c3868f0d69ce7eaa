package dev.plenum.augmentation;

import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.provenance.Described;
import dev.plenum.api.random.CounterRandom;
import java.util.List;
import java.util.Map;

/**
 * Transforms one after the other. The first gets the image's random numbers as they are, so that
 * nothing put behind it changes its draws; number {@code i} of the others gets those at {@code i}.
 *
 * @param transforms at least one
 */
public record TransformSequence(List<ImageTransform> transforms) implements ImageTransform {

  /**
   * Checks that there are transforms.
   *
   * @param transforms at least one
   * @throws IllegalArgumentException if there are none
   */
  public TransformSequence {
    transforms = List.copyOf(transforms);
    if (transforms.isEmpty()) {
      throw new IllegalArgumentException("a sequence needs at least one transform");
    }
  }

  /**
   * {@return these transforms in this order}
   *
   * @param transforms at least one
   */
  public static TransformSequence of(ImageTransform... transforms) {
    return new TransformSequence(List.of(transforms));
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named(
        "sequence",
        "transforms",
        transforms.stream().map(ImageTransform::describe).toList());
  }

  @Override
  public void apply(
      float[] source, float[] target, int targetOffset, Shape shape, CounterRandom random) {
    transforms.get(0).apply(source, target, targetOffset, shape, random);
    for (int i = 1; i < transforms.size(); i++) {
      System.arraycopy(target, targetOffset, source, 0, shape.size());
      transforms.get(i).apply(source, target, targetOffset, shape, random.at(i));
    }
  }
}
