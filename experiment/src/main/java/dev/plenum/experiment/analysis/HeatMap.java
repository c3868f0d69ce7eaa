package dev.plenum.experiment.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number for each place of a picture.
 *
 * @param height the number of rows
 * @param width the number of columns
 * @param values row after row
 */
public record HeatMap(int height, int width, List<Double> values) {

  /**
   * Copies the list.
   *
   * @param height the number of rows
   * @param width the number of columns
   * @param values row after row
   * @throws IllegalArgumentException if there is not one value for each place
   */
  public HeatMap {
    values = List.copyOf(values);
    if (values.size() != height * width) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d x %d places need as many values, found %d",
          height,
          width,
          values.size()));
    }
  }

  /**
   * {@return the value at a place}
   *
   * @param row from 0, at the top
   * @param column from 0, at the left
   */
  public double at(int row, int column) {
    return values.get(row * width + column);
  }

  /** {@return the largest value} */
  public double maximum() {
    return values.stream().mapToDouble(value -> value).max().orElse(0);
  }

  /**
   * The mean of maps, each divided by its largest value first, unless that is 0; empty if there are none, or
   * they are of several sizes.
   */
  static Optional<HeatMap> meanOf(List<HeatMap> maps) {
    boolean isOneSize =
        maps.stream().map(map -> List.of(map.height, map.width)).distinct().count() == 1;
    if (!isOneSize) {
      return Optional.empty();
    }
    double[] sums = new double[maps.get(0).values.size()];
    for (HeatMap map : maps) {
      double highest = map.maximum();
      for (int i = 0; highest > 0 && i < sums.length; i++) {
        sums[i] += map.values.get(i) / highest / maps.size();
      }
    }
    return Optional.of(of(maps.get(0).height, maps.get(0).width, sums));
  }

  static HeatMap of(int height, int width, double[] values) {
    return new HeatMap(height, width, Arrays.stream(values).boxed().toList());
  }
}
