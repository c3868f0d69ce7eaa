package dev.plenum.backend.dl4j.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.interchange.dl4j.Dl4jModelFile;
import dev.plenum.interchange.imported.ImportedModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program "before" of docs/coming-from-deeplearning4j.md leaves the model that the page says. */
class BeforeProgramTest {
  private static final Path PAGE = Path.of("../docs/coming-from-deeplearning4j.md");
  private static final Pattern PROGRAM =
      Pattern.compile("## A program before\n\n```java\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  private void run(Path model) throws Exception {
    Matcher program = PROGRAM.matcher(Files.readString(PAGE));
    assertTrue(program.find());
    Path source = Files.writeString(folder.resolve("Before.java"), program.group(1));
    String classPath = System.getProperty("java.class.path");
    int result = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", folder.toString(), "-cp", classPath, source.toString());
    assertEquals(0, result);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      loader.loadClass("Before").getMethod("main", String[].class).invoke(null, (Object)
          new String[] {model.toString()});
    }
  }

  @Test
  void itsModelIsThatOfTheProgramAfter() throws Exception {
    Path model = folder.resolve("before.zip");
    run(model);
    ImportedModel imported = Dl4jModelFile.read(model, Optional.empty());
    List<PlacedLayer> layers = imported.trained().network().placedLayers();
    assertEquals(Shape.of(28, 28, 1), imported.trained().network().input());
    assertEquals(
        List.of("Conv2D", "MaxPooling2D", "Flatten", "Dropout", "Dense", "Dense"),
        layers.stream().map(layer -> layer.spec().type()).toList());
    assertEquals(Dropout.of(0.2), layers.get(3).spec());
    assertEquals(Regularizer.l2(0.5e-4), ((Dense) layers.get(4).spec()).kernel().regularizer());
    assertEquals(
        Adam.defaults().epsilon(1e-8), imported.optimizer().orElseThrow().spec());
    assertEquals(3, imported.optimizer().get().state().iterations());
  }
}
