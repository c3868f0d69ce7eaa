package dev.plenum.app.fuzz;

import dev.plenum.interchange.keras.KerasFiles;
import dev.plenum.interchange.keras.KerasModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whole models of Keras. */
final class KerasModelTarget implements Target {
  private final ZipDamage damage = new ZipDamage();
  private final List<List<Zip.Entry>> intact;

  KerasModelTarget() throws IOException {
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    KerasModelFile.content(Models.trainedGraph(1)).writeTo(graph);
    intact =
        List.of(Zip.entries(KerasFiles.model(Models.trained(1))), Zip.entries(graph.toByteArray()));
  }

  @Override
  public String name() {
    return "Keras models";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.keras");
    Files.write(file, damage.of(chance.of(intact), chance));
    KerasModelFile.read(file);
  }
}
