package dev.plenum.interchange.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the values of a layer's arrays are in Deeplearning4j's vector of all parameters.
 *
 * @param places for each array, as it is here, the places of its values, counted from the layer's first
 */
record Arrangement(List<int[]> places) {

  /** A convolution: the bias, then (out, in, height, width). Here it is (height, width, in, out). */
  static Arrangement convolution(int height, int width, int in, int out, boolean bias) {
    int first = bias ? out : 0;
    int[] kernel = new int[height * width * in * out];
    int i = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < in; c++) {
          for (int o = 0; o < out; o++) {
            kernel[i++] = first + ((o * in + c) * height + y) * width + x;
          }
        }
      }
    }
    return withBias(bias ? out : 0, kernel);
  }

  /** A depthwise convolution: the bias, then the kernel as it is here. */
  static Arrangement depthwise(int kernel, int bias) {
    return withBias(bias, run(bias, kernel));
  }

  /** A separable convolution: the bias, (multiplier, in, height, width), (out, in · multiplier). */
  static Arrangement separable(
      int height, int width, int in, int multiplier, int out, boolean bias) {
    int first = bias ? out : 0;
    int[] depthwise = new int[height * width * in * multiplier];
    int i = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < in; c++) {
          for (int m = 0; m < multiplier; m++) {
            depthwise[i++] = first + ((m * in + c) * height + y) * width + x;
          }
        }
      }
    }
    int[] pointwise = transposed(first + depthwise.length, in * multiplier, out);
    return withBias(first, depthwise, pointwise);
  }

  /**
   * A dense layer: (in, out), one output after the other, then the bias.
   *
   * @param order the input there that each input here is
   */
  static Arrangement dense(int[] order, int out, boolean bias) {
    int[] kernel = new int[order.length * out];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = i % out * order.length + order[i / out];
    }
    return bias
        ? new Arrangement(List.of(kernel, run(kernel.length, out)))
        : new Arrangement(List.of(kernel));
  }

  /**
   * Some arrays of one value for each channel or input.
   *
   * @param order the input there that each input here is
   */
  static Arrangement channels(int arrays, int[] order) {
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i < arrays; i++) {
      int[] array = order.clone();
      for (int j = 0; j < array.length; j++) {
        array[j] += i * array.length;
      }
      places.add(array);
    }
    return new Arrangement(places);
  }

  /** No arrays. */
  static Arrangement none() {
    return new Arrangement(List.of());
  }

  /** An (in, out) of what is (out, in) there. */
  private static int[] transposed(int first, int in, int out) {
    int[] places = new int[in * out];
    for (int i = 0; i < places.length; i++) {
      places[i] = first + i % out * in + i / out;
    }
    return places;
  }

  private static Arrangement withBias(int bias, int[]... kernels) {
    List<int[]> places = new ArrayList<>(List.of(kernels));
    if (bias > 0) {
      places.add(run(0, bias));
    }
    return new Arrangement(places);
  }

  /** So many numbers from one on. */
  static int[] run(int first, int count) {
    int[] run = new int[count];
    for (int i = 0; i < count; i++) {
      run[i] = first + i;
    }
    return run;
  }

  /** The order of flat values one behind the other. */
  static int[] joined(List<int[]> orders) {
    int[] joined = new int[0];
    for (int[] order : orders) {
      int first = joined.length;
      joined = Arrays.copyOf(joined, first + order.length);
      for (int i = 0; i < order.length; i++) {
        joined[first + i] = first + order[i];
      }
    }
    return joined;
  }

  /** How many values there are. */
  int length() {
    return places.stream().mapToInt(array -> array.length).sum();
  }

  /** The arrays as they are here, of a vector in which the layer's values begin at a place. */
  List<float[]> arrays(float[] vector, int first) {
    List<float[]> arrays = new ArrayList<>();
    for (int[] from : places) {
      float[] array = new float[from.length];
      for (int i = 0; i < array.length; i++) {
        array[i] = vector[first + from[i]];
      }
      arrays.add(array);
    }
    return arrays;
  }

  /** Puts arrays as they are here into a vector, in which the layer's values begin at a place. */
  void put(List<float[]> arrays, float[] vector, int first) {
    for (int a = 0; a < places.size(); a++) {
      int[] to = places.get(a);
      for (int i = 0; i < to.length; i++) {
        vector[first + to[i]] = arrays.get(a)[i];
      }
    }
  }
}
