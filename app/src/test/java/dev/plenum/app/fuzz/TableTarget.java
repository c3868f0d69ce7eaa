package dev.plenum.app.fuzz;

import dev.plenum.datasets.Datasets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;

/** Tables of pixels, and lists of pictures, with lines and fields that do not fit. */
final class TableTarget implements Target {
  private static final List<String> FIELDS = List.of(
      "",
      "-1",
      "256",
      "1e9",
      "0.5",
      "99999999999999",
      "NaN",
      "\"",
      "\"\"",
      "a\"b",
      "\0",
      "é",
      " 7 ",
      "../x",
      "x".repeat(70_000),
      "train",
      "1,2",
      "1\n2");

  private final ImageTarget pictures;
  private final Bomb bomb = Bomb.of(
      "label,a,b,c,d\n".getBytes(StandardCharsets.UTF_8),
      "3,0,0,0,0\n".getBytes(StandardCharsets.UTF_8),
      30 << 20);

  TableTarget(ImageTarget pictures) {
    this.pictures = pictures;
  }

  @Override
  public String name() {
    return "CSV tables";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    boolean isList = chance.oneIn(2);
    List<String> lines = isList ? list(folder, chance) : table(chance);
    if (chance.oneIn(2)) {
      int line = chance.below(lines.size());
      String[] fields = lines.get(line).split(",", -1);
      fields[chance.below(fields.length)] = chance.of(FIELDS);
      lines.set(line, String.join(",", fields));
    }
    String separator = chance.oneIn(4) ? chance.of(List.of(";", "\t")) : ",";
    byte[] bytes =
        String.join("\n", lines).replace(",", separator).getBytes(StandardCharsets.UTF_8);
    byte[] damaged = chance.oneIn(2) ? Damage.of(bytes, chance) : bytes;
    boolean isZipped = !isList && chance.oneIn(4);
    Path file = folder.resolve(isZipped ? "train.csv.gz" : "train.csv");
    Files.write(file, isZipped ? zipped(damaged, chance) : damaged);
    if (!isList && chance.oneIn(3)) {
      Files.write(folder.resolve("test.csv"), bytes);
    }
    open(isList || chance.oneIn(2) ? file : folder);
  }

  private static void open(Path place) throws IOException {
    try {
      Datasets.open(place).load();
    } catch (NoSuchElementException e) {
      throw new IOException(e.getMessage(), e); // as it should be where the header is damaged
    }
  }

  private byte[] zipped(byte[] table, Chance chance) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(table);
    }
    return switch (chance.below(10)) {
      case 0 -> bomb.gzip();
      case 1, 2, 3 -> Damage.of(out.toByteArray(), chance);
      default -> out.toByteArray();
    };
  }

  private static List<String> table(Chance chance) {
    List<String> lines = new ArrayList<>();
    boolean hasGroups = chance.oneIn(3);
    if (hasGroups || chance.oneIn(2)) {
      lines.add("label,a,b,c,d" + (hasGroups ? ",group" : ""));
    }
    for (int i = 0; i < 20; i++) {
      String group = hasGroups ? "," + i / 2 : "";
      lines.add("%s,%s,%s,0,255".formatted(i % 3, chance.below(256), chance.below(256)) + group);
    }
    return lines;
  }

  private List<String> list(Path folder, Chance chance) throws IOException {
    List<String> lines =
        new ArrayList<>(List.of(chance.oneIn(2) ? "path,label,split" : "path,label,group"));
    for (int i = 0; i < 6; i++) {
      Files.write(
          folder.resolve(i + ".png"),
          chance.oneIn(8) ? pictures.damaged(chance) : pictures.intact(chance));
      lines.add("%s.png,%s,%s".formatted(i, i % 2 == 0 ? "cat" : "dog", i < 4 ? "train" : "test"));
    }
    return lines;
  }
}
