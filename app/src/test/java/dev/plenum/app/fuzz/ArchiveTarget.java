package dev.plenum.app.fuzz;

import dev.plenum.datasets.Datasets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Zips and tars of class folders: damaged, with names that lead elsewhere, links, and bombs. */
final class ArchiveTarget implements Target {
  private static final List<String> NAMES = List.of(
      "../../evil.png",
      "/cat/1.png",
      "cat",
      "cat/",
      "",
      "cat/0.png/x",
      "dog/a\nb.png",
      "./cat/0.png");

  private final ImageTarget pictures;
  private final ZipDamage zips = new ZipDamage();
  private final List<Bomb> bombs = List.of(
      Bomb.of(new byte[0], new byte[1], 300 << 20), Bomb.of(new byte[0], new byte[1], 30 << 20));

  ArchiveTarget(ImageTarget pictures) {
    this.pictures = pictures;
  }

  @Override
  public String name() {
    return "archives";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    List<Zip.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String name = "%s/%s.png".formatted(i % 2 == 0 ? "cat" : "dog", i);
      entries.add(Zip.Entry.stored(
          chance.oneIn(30) ? chance.of(NAMES) : name,
          chance.oneIn(30) ? pictures.damaged(chance) : pictures.intact(chance)));
    }
    boolean isZip = chance.oneIn(2);
    byte[] bytes;
    if (isZip) {
      bytes = chance.oneIn(2) ? zips.of(entries, chance) : Zip.write(entries);
    } else {
      bytes = tar(entries, chance);
      bytes = chance.oneIn(2) ? Damage.of(bytes, chance) : bytes;
      if (chance.oneIn(2)) {
        bytes = chance.oneIn(20) ? chance.of(bombs).gzip() : gzip(bytes);
        bytes = chance.oneIn(3) ? Damage.of(bytes, chance) : bytes;
      }
    }
    // Not by its beginning, which may be damaged, but as what it was.
    Path file = Files.write(folder.resolve(isZip ? "photos.zip" : "photos.tar"), bytes);
    Datasets.folder(file).load();
  }

  private static byte[] tar(List<Zip.Entry> entries, Chance chance) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Zip.Entry entry : entries) {
        if (chance.oneIn(60)) {
          TarArchiveEntry link = new TarArchiveEntry("cat/link", TarArchiveEntry.LF_SYMLINK);
          link.setLinkName("/etc/passwd");
          tar.putArchiveEntry(link);
          tar.closeArchiveEntry();
        }
        boolean isFolder = entry.name.endsWith("/");
        TarArchiveEntry header = new TarArchiveEntry(entry.name);
        header.setSize(isFolder ? 0 : entry.content.length);
        tar.putArchiveEntry(header);
        tar.write(entry.content, 0, isFolder ? 0 : entry.content.length);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
