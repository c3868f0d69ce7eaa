package dev.plenum.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a zip: bytes, headers, names, numbers of entries, and what is in them. */
final class ZipDamage {
  private static final List<String> NAMES = List.of(
      "../../evil.json",
      "/tmp/evil.json",
      "..\\..\\evil.json",
      "C:\\evil.json",
      "folder/",
      "",
      "network.json\0.txt",
      "x".repeat(60_000));

  private final List<Bomb> bombs = List.of(
      Bomb.of(new byte[0], new byte[1], 400L << 20),
      Bomb.of(new byte[0], new byte[1], 15L << 20),
      Bomb.of(bytes("["), bytes("{},"), 15L << 20),
      Bomb.of(bytes("["), bytes("["), 12L << 20),
      Bomb.of(bytes("{\"a\":\""), bytes("long "), 15L << 20),
      Bomb.of(bytes("["), bytes("0,"), 3L << 20));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  byte[] of(List<Zip.Entry> intact, Chance chance) {
    if (chance.oneIn(3)) {
      return Damage.of(Zip.write(intact), chance);
    }
    List<Zip.Entry> entries = new ArrayList<>();
    intact.forEach(entry -> entries.add(entry.copy()));
    for (int i = chance.between(1, 2); i > 0 && !entries.isEmpty(); i--) {
      once(entries, chance);
    }
    byte[] zip = Zip.write(entries);
    return chance.oneIn(10) ? Damage.of(zip, chance) : zip;
  }

  private void once(List<Zip.Entry> entries, Chance chance) {
    int index = chance.below(entries.size());
    Zip.Entry entry = entries.get(index);
    switch (chance.below(12)) {
      case 0 -> entries.remove(index);
      case 1 -> entries.add(chance.below(entries.size() + 1), entry.copy());
      case 2 -> entry.name = chance.of(NAMES);
      case 3 -> entries.add(Zip.Entry.stored(chance.of(NAMES), entry.content));
      case 4 -> entries.set(index, Zip.Entry.bomb(entry.name, chance.of(bombs)));
      case 5, 6 -> lie(entry, chance);
      default -> entries.set(index, Zip.Entry.stored(entry.name, content(entry, chance)));
    }
  }

  private static void lie(Zip.Entry entry, Chance chance) {
    switch (chance.below(6)) {
      case 0 -> entry.crc = chance.size();
      case 1 -> entry.compressed = chance.size();
      case 2 -> entry.size = chance.size();
      case 3 -> entry.method = chance.below(100);
      case 4 -> entry.flags = chance.below(1 << 16);
      default -> entry.offset = Math.abs(chance.size());
    }
  }

  private byte[] content(Zip.Entry entry, Chance chance) {
    if (entry.name.endsWith(".json")) {
      return JsonDamage.of(entry.content, chance);
    }
    if (entry.name.endsWith(".h5")) {
      return HdfDamage.of(entry.content, chance);
    }
    return entry.name.endsWith(".safetensors")
        ? SafetensorsDamage.of(entry.content, chance)
        : Damage.of(entry.content, chance);
  }
}
