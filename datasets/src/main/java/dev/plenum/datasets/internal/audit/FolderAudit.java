package dev.plenum.datasets.internal.audit;

import dev.plenum.datasets.audit.DatasetAudit;
import dev.plenum.datasets.internal.image.FileTree;
import dev.plenum.datasets.internal.image.FolderPictures;
import dev.plenum.datasets.internal.image.FolderPictures.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Audits pictures that are files of their own; decodes as many at once as fit. */
public final class FolderAudit {
  private static final int FILES_AT_ONCE = 64;
  private static final long BYTES_AT_ONCE =
      Math.min(1 << 26, Runtime.getRuntime().maxMemory() / 8);

  private final FolderPictures pictures;
  private final Auditor auditor;
  private final List<File> good = new ArrayList<>();

  private FolderAudit(FolderPictures pictures) {
    this.pictures = pictures;
    this.auditor = new Auditor(pictures.classNames());
  }

  /** A file as it was read, or why it could not be. */
  private record Read(File file, ByteBuffer bytes, Optional<IOException> problem) {}

  /** A picture as it was looked at, or why it could not be. */
  private record Look(File file, Optional<Fingerprint> fingerprint, String problem) {
    static Look failed(File file, IOException failure) {
      return new Look(file, Optional.empty(), String.valueOf(failure.getMessage()));
    }
  }

  /**
   * Audits a folder of pictures, an archive, or a list of files.
   *
   * @param tree where everything is; is left open
   * @param root a folder of it, or a list
   * @param name the dataset's
   * @param form in what form it is stored, in a few words
   * @throws IOException if the folder's form is wrong, or it cannot be read
   */
  public static DatasetAudit of(FileTree tree, Path root, String name, String form)
      throws IOException {
    return new FolderAudit(new FolderPictures(tree, root)).audit(name, form);
  }

  private DatasetAudit audit(String name, String form) throws IOException {
    pictures.misplaced().forEach(auditor::addBroken);
    List<Read> waiting = new ArrayList<>();
    long bytes = 0;
    for (File file : pictures.files()) {
      Read read = read(file);
      waiting.add(read);
      bytes += read.bytes().capacity();
      if (waiting.size() == FILES_AT_ONCE || bytes > BYTES_AT_ONCE) {
        lookAt(waiting);
        waiting.clear();
        bytes = 0;
      }
    }
    lookAt(waiting);
    return auditor.audit(
        name,
        form,
        index -> FolderPictures.decode(good.get(index), pictures.read(good.get(index))));
  }

  private Read read(File file) {
    try {
      return new Read(file, ByteBuffer.wrap(pictures.read(file)), Optional.empty());
    } catch (IOException e) {
      return new Read(file, ByteBuffer.allocate(0), Optional.of(e));
    }
  }

  private void lookAt(List<Read> files) {
    for (Look look : files.parallelStream().map(this::look).toList()) {
      File file = look.file();
      if (look.fingerprint().isPresent()) {
        String part = file.part().name().toLowerCase(Locale.ROOT);
        auditor.add(part, file.name(), file.label(), look.fingerprint().get());
        good.add(file);
      } else {
        auditor.addBroken(look.problem());
      }
    }
  }

  private Look look(Read read) {
    if (read.problem().isPresent()) {
      return Look.failed(read.file(), read.problem().get());
    }
    try {
      Fingerprint fingerprint =
          FolderPictures.decode(read.file(), read.bytes().array(), Fingerprint::of);
      return new Look(read.file(), Optional.of(fingerprint), "");
    } catch (IOException e) {
      return Look.failed(read.file(), e);
    }
  }
}
