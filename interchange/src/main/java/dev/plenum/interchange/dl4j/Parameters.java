package dev.plenum.interchange.dl4j;

import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The vector of all parameters, from which each layer takes its own, one after the other. */
final class Parameters {

  /**
   * What a layer took.
   *
   * @param arrangement where its values are
   * @param first the place of the first of them in the vector
   * @param arrays the values, in the layouts that they have here
   */
  record Taken(Arrangement arrangement, int first, List<float[]> arrays) {

    /** The same where the last array has log₁₀ of standard deviations, and variances are wanted. */
    Taken ofLogStd() {
      if (arrays.isEmpty()) {
        return this;
      }
      List<float[]> changed = new ArrayList<>(arrays);
      float[] variances = changed.get(changed.size() - 1).clone();
      for (int i = 0; i < variances.length; i++) {
        variances[i] = (float) StrictMath.pow(10, 2.0 * variances[i]);
      }
      changed.set(changed.size() - 1, variances);
      return new Taken(arrangement, first, changed);
    }
  }

  /** How many layers may pass values on before one has parameters for them. */
  private static final long ROWS = 4;

  private final Optional<float[]> vector;
  private final int count;
  private final Map<Integer, Taken> byPart = new HashMap<>();
  private int taken;
  private long valuesInRows;

  private Parameters(Optional<float[]> vector, int count) {
    this.vector = vector;
    this.count = count;
  }

  /** Of a vector. */
  static Parameters of(float[] vector) {
    return new Parameters(Optional.of(vector), vector.length);
  }

  /**
   * For a network whose shapes alone are looked at.
   *
   * @param count how many there are
   */
  static Parameters unread(int count) {
    return new Parameters(Optional.empty(), count);
  }

  /**
   * Takes the next values.
   *
   * @param needed how many, as a number that cannot overflow
   * @param arrangement made only if there are as many
   */
  Taken take(JsonValue layer, double needed, Supplier<Arrangement> arrangement) {
    if (!(needed >= 0 && needed <= count - taken)) {
      throw layer.error(String.format(
          Locale.ROOT,
          "it needs %.0f parameters, but of %d only %d are left for it",
          needed,
          count,
          count - taken));
    }
    if (vector.isEmpty()) {
      return new Taken(Arrangement.none(), 0, List.of());
    }
    Arrangement places = arrangement.get();
    Taken own = new Taken(places, taken, places.arrays(vector.get(), taken));
    taken += places.length();
    return own;
  }

  /**
   * Checks that there may be so many values in a row more. What reads them has a parameter for each, so
   * that no file can ask for memory that it does not take itself.
   */
  void requireRoom(int values, JsonValue layer) {
    valuesInRows += values;
    if (valuesInRows > ROWS * count) {
      throw layer.error(String.format(
          Locale.ROOT, "there are %d values in rows, but only %d parameters", valuesInRows, count));
    }
  }

  /** Says which part of the network has what was taken. */
  void put(int part, Taken own) {
    byPart.put(part, own);
  }

  /** What a part has; nothing if it took nothing. */
  Optional<Taken> of(int part) {
    return Optional.ofNullable(byPart.get(part));
  }

  /** How many values were taken. */
  int taken() {
    return taken;
  }

  /** Checks that no values are left. */
  void requireAllTaken(InputFile file) throws InvalidModelFileException {
    if (taken != count) {
      throw file.refused(
          String.format(
              Locale.ROOT, "its layers have %d parameters, but %d are there", taken, count),
          "The configuration and the coefficients are of different models");
    }
  }
}
