package dev.plenum.experiment.run;

import dev.plenum.experiment.RunRefusedException;
import dev.plenum.persistence.TextFile;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file {@code configuration.json} of a run. It is locked while it is open, which keeps all other
 * processes out of the folder. Nobody else in this process may open it meanwhile: on many systems
 * that would end the lock.
 */
final class LockedConfiguration implements Closeable {
  /** Behind all content, because some systems do not let anybody read what is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final Logger LOG = System.getLogger(LockedConfiguration.class.getName());

  private final Path path;
  private final FileChannel channel;

  private LockedConfiguration(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the file of a new run; an empty one is taken.
   *
   * @throws RunRefusedException if another process has begun a run in the folder
   */
  static LockedConfiguration create(Path folder, RunConfiguration configuration)
      throws IOException {
    LockedConfiguration file =
        open(folder, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      if (file.channel.size() > 0) {
        throw new RunRefusedException(
            "another process has just begun a run in the folder %s: name another"
                .formatted(folder));
      }
      file.write(configuration);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Opens the file of a run.
   *
   * @throws RunRefusedException if another process has it open
   */
  static LockedConfiguration open(Path folder) throws IOException {
    return open(folder, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static LockedConfiguration open(Path folder, OpenOption... options) throws IOException {
    Path path = folder.resolve(RunConfiguration.FILE);
    if (Files.exists(path)) {
      TextFile.requirePlain(path);
    }
    FileChannel channel = FileChannel.open(path, options);
    if (isLocked(channel)) {
      channel.close();
      throw new RunRefusedException(
          "another process is at work in the folder %s: wait for its end, or name another folder"
              .formatted(folder));
    }
    return new LockedConfiguration(path, channel);
  }

  /** Locks it, unless another process has done so. */
  private static boolean isLocked(FileChannel channel) {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false) == null;
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

  /**
   * What it holds.
   *
   * @throws RunRefusedException if it is damaged
   */
  RunConfiguration read() throws IOException {
    byte[] bytes = Channels.newInputStream(channel.position(0)).readAllBytes();
    return RunConfiguration.parse(new String(bytes, StandardCharsets.UTF_8), path);
  }

  private void write(RunConfiguration configuration) throws IOException {
    String json = configuration.toJson().toString();
    ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
