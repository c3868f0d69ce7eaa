package dev.plenum.app.fuzz;

import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Model files. */
final class ModelTarget implements Target {
  private final ZipDamage damage = new ZipDamage();
  private final List<Zip.Entry> intact;
  private final List<Zip.Entry> normalised;
  private final List<List<Zip.Entry>> tooLarge;

  ModelTarget(Path scratch) throws IOException {
    intact = entries(scratch, Models.of(1));
    normalised = entries(scratch, Models.normalised(1));
    tooLarge = List.of(withUnits(3_000_000), withUnits(6_000_000), withUnits(12_000_000));
  }

  private static List<Zip.Entry> entries(Path scratch, SavedModel model) throws IOException {
    Path file = scratch.resolve("intact.plenum");
    ModelFile.write(file, model);
    List<Zip.Entry> entries = Zip.entries(Files.readAllBytes(file));
    Files.delete(file);
    return entries;
  }

  @Override
  public String name() {
    return "model files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    Path file = folder.resolve("damaged.plenum");
    Files.write(file, damaged(chance));
    ModelFile.read(file);
  }

  byte[] damaged(Chance chance) {
    return chance.oneIn(60)
        ? Zip.write(chance.of(tooLarge))
        : damage.of(chance.oneIn(3) ? normalised : intact, chance);
  }

  /** A sound model with so many units behind one value, whose weights shrink to nothing in a zip. */
  private List<Zip.Entry> withUnits(int units) {
    String network = String.format(Locale.ROOT, """
        {"input_shape": [1, 1, 1], "layers": [{"type": "Flatten"},
         {"type": "Dense", "units": %d}, {"type": "Dense", "units": 3}]}""", units);
    String header = String.format(
        Locale.ROOT, """
        {"dense/kernel":{"dtype":"F32","shape":[1,%1$d],"data_offsets":[0,%2$d]},\
        "dense/bias":{"dtype":"F32","shape":[%1$d],"data_offsets":[%2$d,%3$d]},\
        "dense_1/kernel":{"dtype":"F32","shape":[%1$d,3],"data_offsets":[%3$d,%4$d]},\
        "dense_1/bias":{"dtype":"F32","shape":[3],"data_offsets":[%4$d,%5$d]}}""", units, 4L * units, 8L * units, 20L * units, 20L * units + 12);
    List<Zip.Entry> entries = new ArrayList<>();
    for (Zip.Entry entry : intact) {
      entries.add(
          switch (entry.name) {
            case "network.json" -> Zip.Entry.stored(entry.name, bytes(network));
            case "optimizer.json" -> Zip.Entry.stored(entry.name, bytes("{\"name\":\"sgd\"}"));
            case "optimizer.safetensors" ->
              Zip.Entry.stored(
                  entry.name,
                  safetensors(
                      "{\"__metadata__\":{\"iterations\":\"0\",\"learning_rate\":\"0.1\"}}"));
            case "preprocessing.json" ->
              Zip.Entry.stored(
                  entry.name,
                  bytes(new String(entry.content, StandardCharsets.UTF_8).replace("4", "1")));
            case "weights.safetensors" ->
              Zip.Entry.bomb(
                  entry.name,
                  Bomb.of(
                      safetensors(header),
                      new byte[1],
                      safetensors(header).length + 20L * units + 12));
            default -> entry;
          });
    }
    return entries;
  }

  private static byte[] safetensors(String header) {
    String length = String.format(Locale.ROOT, "%016x", Long.reverseBytes(header.length()));
    return Damage.joined(java.util.HexFormat.of().parseHex(length), bytes(header));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
