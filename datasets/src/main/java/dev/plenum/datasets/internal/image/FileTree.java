package dev.plenum.datasets.internal.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Files and folders, on the disk or in an archive, whose own path theirs begin with. */
public interface FileTree extends Closeable {

  /** All files of the system. */
  FileTree DISK = new DiskTree();

  /** Whether there is something of this name. */
  boolean exists(Path path);

  /** Whether this is a folder. */
  boolean isFolder(Path path);

  /** Whether this is a file that can be read: no folder, device or broken link. */
  boolean isFile(Path path);

  /** Whether this leads to something elsewhere. */
  boolean isLink(Path path);

  /** What is in a folder, in no order. */
  List<Path> list(Path folder) throws IOException;

  /** The length of a file in bytes. */
  long size(Path file) throws IOException;

  /** The length of what holds a file: the file itself, or one that it is packed into. */
  long heldIn(Path file) throws IOException;

  /** When what holds a file was changed last, in nanoseconds since 1970; of an archive, the archive. */
  long modified(Path file) throws IOException;

  /** Begins to read a file. */
  InputStream open(Path file) throws IOException;

  @Override
  void close() throws IOException;
}
