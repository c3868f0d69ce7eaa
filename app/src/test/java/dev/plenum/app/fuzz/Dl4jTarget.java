package dev.plenum.app.fuzz;

import dev.plenum.interchange.dl4j.Dl4jFiles;
import dev.plenum.interchange.dl4j.Dl4jModelFile;
import dev.plenum.interchange.imported.PictureSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models of Deeplearning4j. */
final class Dl4jTarget implements Target {
  private final ZipDamage damage = new ZipDamage();
  private final List<List<Zip.Entry>> intact = new ArrayList<>();

  Dl4jTarget() throws IOException {
    for (String name : List.of("lenet", "channels-last", "residual")) {
      List<Zip.Entry> entries = new ArrayList<>();
      for (Map.Entry<String, byte[]> entry : Dl4jFiles.entries(name).entrySet()) {
        entries.add(Zip.Entry.stored(entry.getKey(), entry.getValue()));
      }
      entries.add(Zip.Entry.stored(
          "plenum.json", "{\"height\": 6, \"width\": 7}".getBytes(StandardCharsets.UTF_8)));
      intact.add(entries);
    }
  }

  @Override
  public String name() {
    return "Deeplearning4j models";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.zip");
    Files.write(file, damage.of(chance.of(intact), chance));
    Dl4jModelFile.read(
        file, chance.oneIn(2) ? Optional.empty() : Optional.of(new PictureSize(6, 7)));
  }
}
