package dev.plenum.tck.reference;

import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer that is given by its {@link Formula}.
 *
 * @param <L> the kind of layer
 */
final class ReferenceFormula<L> implements SampleLayer {
  private static final String BIAS = "bias";

  private final PlacedLayer layer;
  private final L spec;
  private final Formula<L> formula;
  private final Map<String, Parameter> arrays = new LinkedHashMap<>();

  ReferenceFormula(PlacedLayer layer, L spec, Formula<L> formula) {
    this.layer = layer;
    this.spec = spec;
    this.formula = formula;
    layer.parameters().stream()
        .map(ParameterSpec::name)
        .filter(name -> !name.equals(BIAS))
        .forEach(name -> arrays.put(name, Parameter.of(layer, name)));
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    return formula.of(spec, input(new Term.Tape(), x)).stream()
        .mapToDouble(Term::value)
        .toArray();
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    Term.Tape tape = new Term.Tape();
    Formula.Input input = input(tape, x);
    tape.propagate(formula.of(spec, input), dy);
    arrays.forEach((name, parameter) -> {
      List<Term> terms = input.array(name);
      Arrays.setAll(
          parameter.gradient, i -> parameter.gradient[i] + terms.get(i).gradient());
    });
    return input.image().stream().mapToDouble(Term::gradient).toArray();
  }

  private Formula.Input input(Term.Tape tape, double[] x) {
    Map<String, List<Term>> terms = new LinkedHashMap<>();
    arrays.forEach((name, parameter) -> terms.put(name, tape.variables(parameter.values)));
    return new Formula.Input(layer.input(), tape.variables(x), terms);
  }

  @Override
  public List<Parameter> parameters() {
    return List.copyOf(arrays.values());
  }
}
