import java.io.*;
import java.nio.file.*;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.samediff.frameworkimport.onnx.importer.OnnxFrameworkImporter;

/** SameDiff, without what it prints. */
final class SameDiffEngine {
  static float[] run(byte[] model, float[] x, long[] shape) throws Exception {
    Path file = Files.write(Path.of("model.onnx"), model);
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    try {
      SameDiff graph = new OnnxFrameworkImporter().runImport(file.toString(), Map.of(), false);
      return graph.output(Map.of("x", Nd4j.create(x).reshape(shape)), "y").get("y").dup('c').data().asFloat();
    } finally {
      System.setOut(out);
    }
  }
}
