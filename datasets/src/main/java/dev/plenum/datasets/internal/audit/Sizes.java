package dev.plenum.datasets.internal.audit;

import dev.plenum.datasets.audit.ImageSizes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how large images are. */
final class Sizes {
  private record Size(int height, int width) {}

  private Sizes() {}

  static ImageSizes of(List<Fingerprint> images) {
    Map<Size, Integer> counts = new LinkedHashMap<>();
    images.forEach(image -> counts.merge(new Size(image.height(), image.width()), 1, Integer::sum));
    int colour = (int) images.stream().filter(Fingerprint::isColour).count();
    return new ImageSizes(
        counts.entrySet().stream()
            .map(entry -> new ImageSizes.Size(
                entry.getKey().height(), entry.getKey().width(), entry.getValue()))
            .sorted(Comparator.comparingInt(ImageSizes.Size::images).reversed())
            .toList(),
        images.size() - colour,
        colour);
  }
}
