package dev.plenum.backend.dl4j.internal.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One of ND4J's operations, bound to its arrays once and run as often as wanted. ND4J's own calls make
 * a native context each time and leave it to the garbage collector; a training makes tens of thousands.
 */
public final class NativeOp implements Runnable {
  private final CustomOp op;
  private final OpContext context;

  /**
   * Binds an operation.
   *
   * @param name ND4J's
   * @param inputs what it reads
   * @param outputs what it writes; may be among the inputs where the operation allows
   * @param integers its whole-number arguments
   */
  public NativeOp(String name, List<INDArray> inputs, List<INDArray> outputs, int... integers) {
    this(name, inputs, outputs, List.of(), integers);
  }

  /**
   * Binds an operation that has other arguments as well.
   *
   * @param name ND4J's
   * @param inputs what it reads
   * @param outputs what it writes; may be among the inputs where the operation allows
   * @param numbers its arguments that are no whole numbers
   * @param integers its whole-number arguments
   */
  public NativeOp(
      String name,
      List<INDArray> inputs,
      List<INDArray> outputs,
      List<Double> numbers,
      int... integers) {
    op = DynamicCustomOp.builder(name)
        .addInputs(inputs.toArray(INDArray[]::new))
        .addOutputs(outputs.toArray(INDArray[]::new))
        .addIntegerArguments(integers)
        .addFloatingPointArguments(numbers.toArray(Double[]::new))
        .build();
    context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(inputs);
    context.setOutputArrays(outputs);
    context.setIArguments(op.iArgs());
    context.setTArguments(op.tArgs());
  }

  @Override
  public void run() {
    Nd4j.getExecutioner().exec(op, context);
  }
}
