package dev.plenum.app.fuzz;

import dev.plenum.app.NpyBytes;
import dev.plenum.datasets.Datasets;
import dev.plenum.experiment.TinyMnist;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Archives and folders of NumPy's arrays: wrong headers, shapes, types, lengths, and bombs. */
final class NumpyTarget implements Target {
  private static final List<String> SHAPES = List.of(
      "(24,)",
      "(0, 28, 28)",
      "()",
      "(24, 784)",
      "(24, 3, 28, 28)",
      "(99999, 99999, 99999)",
      "(4294967296, 2)",
      "(24, 28, 28",
      "(-1, 28, 28)",
      "(24, 28, 14, 2)",
      "(1,24, 28, 28)");
  private static final List<String> TYPES = List.of(
      "'|O'",
      "'<f4'",
      "'<f8'",
      "'<f2'",
      "'<U5'",
      "'|V8'",
      "[('a', '<i4')]",
      "'<i8'",
      "'>u8'",
      "'|b1'",
      "''");

  private final Map<String, byte[]> intact =
      NpyBytes.arrays(TinyMnist.dataset(24, 1), TinyMnist.dataset(12, 2));
  private final List<Bomb> bombs = new ArrayList<>();
  private final ZipDamage zips = new ZipDamage();

  NumpyTarget() {
    for (int megabytes : new int[] {40, 200, 500}) {
      byte[] header = NpyBytes.array("(%s, 32, 32)".formatted(megabytes << 10), new byte[0]);
      bombs.add(Bomb.of(header, new byte[1], header.length + ((long) megabytes << 20)));
    }
  }

  @Override
  public String name() {
    return "NumPy's arrays";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    String spoiled = chance.of(List.copyOf(intact.keySet()));
    List<Zip.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, byte[]> array : intact.entrySet()) {
      byte[] bytes = array.getValue();
      entries.add(Zip.Entry.stored(
          array.getKey(), array.getKey().equals(spoiled) ? damaged(bytes, chance) : bytes));
    }
    if (chance.oneIn(5)) {
      attemptArchives(Files.createDirectory(folder.resolve("arrays")), entries, chance);
      return;
    }
    if (chance.oneIn(3)) {
      Path dir = Files.createDirectory(folder.resolve("arrays"));
      for (Zip.Entry entry : entries) {
        Files.write(dir.resolve(entry.name), entry.content);
      }
      Datasets.open(dir).load();
      return;
    }
    if (chance.oneIn(20)) {
      entries.set(0, Zip.Entry.bomb(entries.get(0).name, chance.of(bombs)));
    }
    byte[] zip = chance.oneIn(2) ? zips.of(entries, chance) : Zip.write(entries);
    Datasets.open(Files.write(folder.resolve("mnist.npz"), zip)).load();
  }

  /** Each array in an archive of its own, as KMNIST has them. */
  private void attemptArchives(Path folder, List<Zip.Entry> arrays, Chance chance)
      throws IOException {
    for (Zip.Entry array : arrays) {
      String name = array.name.replaceFirst("(.)_(.*)\\.npy", "kmnist-$2-$1.npz");
      List<Zip.Entry> one = List.of(Zip.Entry.stored("arr_0.npy", array.content));
      Files.write(folder.resolve(name), chance.oneIn(3) ? zips.of(one, chance) : Zip.write(one));
    }
    Datasets.open(folder).load();
  }

  /** Every other time only a word of the header is wrong. */
  private static byte[] damaged(byte[] array, Chance chance) {
    if (chance.oneIn(2)) {
      return Damage.of(array, chance);
    }
    String header = new String(array, 0, 128, StandardCharsets.ISO_8859_1);
    String changed = switch (chance.below(4)) {
      case 0 -> header.replaceAll("\\(.*\\)", chance.of(SHAPES));
      case 1 -> header.replace("'|u1'", chance.of(TYPES));
      case 2 -> header.replace("False", "True");
      default -> header.replace((char) 1, (char) chance.below(5));
    };
    byte[] text = changed.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer.wrap(text).put(8, (byte) (text.length - 10));
    byte[] numbers = Arrays.copyOfRange(array, 128, array.length);
    return Damage.joined(text, numbers);
  }
}
