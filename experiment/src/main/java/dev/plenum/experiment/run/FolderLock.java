package dev.plenum.experiment.run;

import dev.plenum.experiment.RunRefusedException;
import dev.plenum.persistence.TextFile;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps all others out of a run's folder while it is open, by a lock on the file {@code .lock} in it. That
 * file is empty and has no other use, so that nobody has a reason to open it: on many systems a process
 * that opens a file once more and closes that loses all its locks on it.
 */
final class FolderLock implements Closeable {
  /** The file's name. It stays for good: a lock on a file that comes and goes can be held by two. */
  static final String FILE = ".lock";

  private static final Logger LOG = System.getLogger(FolderLock.class.getName());
  /** The folders of this process: not even to try their locks may it open the files again. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks a folder.
   *
   * @throws RunRefusedException if another process, or another run of this one, is at work in it
   * @throws IOException if there is no such folder, or it cannot be written to
   */
  static FolderLock take(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!HELD.add(real)) {
      throw inUse(folder);
    }
    try {
      FileChannel channel = open(real.resolve(FILE));
      if (isLocked(channel)) {
        channel.close();
        throw inUse(folder);
      }
      return new FolderLock(real, channel);
    } catch (IOException | RuntimeException e) {
      HELD.remove(real);
      throw e;
    }
  }

  private static RunRefusedException inUse(Path folder) {
    return new RunRefusedException(
        "another process is at work in the folder %s: wait for its end, or name another folder"
            .formatted(folder));
  }

  private static FileChannel open(Path file) throws IOException {
    if (Files.exists(file)) {
      TextFile.requirePlain(file);
    }
    return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  /** Locks it, unless another process has done so. */
  private static boolean isLocked(FileChannel channel) {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "this file system has no locks ({0}): never start two runs in one folder",
          e.toString());
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(folder);
    }
  }
}
