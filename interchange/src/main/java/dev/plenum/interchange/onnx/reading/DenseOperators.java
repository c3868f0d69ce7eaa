package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Kernel;
import dev.plenum.interchange.Assembly;
import dev.plenum.interchange.onnx.reading.Literal.Floats;
import dev.plenum.interchange.onnx.reading.Signal.Rows;
import java.util.Optional;

/** Products of values in a row with a constant matrix. */
final class DenseOperators {
  private final Scope scope;
  private final Assembly assembly;

  /** Will add layers to an assembly. */
  DenseOperators(Scope scope, Assembly assembly) {
    this.scope = scope;
    this.assembly = assembly;
  }

  /** Gemm. */
  Known gemm(Node node) {
    if (node.integer("transA", 0) != 0) {
      throw node.refused("transposes the images' values (transA)");
    }
    boolean outputsFirst = node.integer("transB", 0) != 0;
    float alpha = node.number("alpha", 1);
    float beta = node.number("beta", 1);
    Floats matrix = matrix(node);
    int units = matrix.dimensions().get(outputsFirst ? 0 : 1);
    Optional<float[]> bias = scope.floats(node, 2).map(own -> bias(node, own, units, beta));
    return dense(node, matrix, outputsFirst, alpha, bias);
  }

  /** MatMul. */
  Known product(Node node) {
    return dense(node, matrix(node), false, 1, Optional.empty());
  }

  private Floats matrix(Node node) {
    Floats matrix = scope.floats(node, 1).orElseThrow(() -> node.refused("has no matrix"));
    if (matrix.dimensions().size() != 2 || matrix.size() == 0) {
      throw node.refused("has a matrix of the dimensions " + matrix.dimensions());
    }
    return matrix;
  }

  private static float[] bias(Node node, Floats bias, int units, float factor) {
    if (bias.size() != 1 && (bias.size() != units || last(bias) != units)) {
      throw node.refused("needs %s values to add, found %s".formatted(units, bias.dimensions()));
    }
    float[] values = new float[units];
    for (int i = 0; i < units; i++) {
      values[i] = factor * bias.values()[bias.size() == 1 ? 0 : i];
    }
    return values;
  }

  private static int last(Floats bias) {
    return bias.dimensions().get(bias.dimensions().size() - 1);
  }

  private Known dense(
      Node node, Floats matrix, boolean outputsFirst, float factor, Optional<float[]> bias) {
    Rows rows = scope.rows(node, 0);
    int inputs = matrix.dimensions().get(outputsFirst ? 1 : 0);
    int units = matrix.size() / inputs;
    if (inputs != rows.size()) {
      throw node.refused("multiplies %s values by a matrix for %s".formatted(rows.size(), inputs));
    }
    int[] order = rows.order();
    float[] kernel = new float[matrix.size()];
    for (int in = 0; in < inputs; in++) {
      for (int out = 0; out < units; out++) {
        kernel[order[in] * units + out] =
            factor * matrix.values()[outputsFirst ? out * inputs + in : in * units + out];
      }
    }
    Dense layer = new Dense(units, Activation.LINEAR, Kernel.DEFAULT.bias(bias.isPresent()));
    int position = bias.isPresent()
        ? assembly.add(layer, rows.layer(), kernel, bias.get())
        : assembly.add(layer, rows.layer(), kernel);
    return Rows.plain(position, units);
  }
}
