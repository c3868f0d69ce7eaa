package dev.plenum.datasets.internal.pixels;

import dev.plenum.datasets.internal.Reason;
import dev.plenum.datasets.internal.pixels.PixelFile.Form;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Writes a file of pixels under a temporary name, which is gone when this is closed: either the file is
 * complete and in its place then, or there is nothing. All exceptions are {@link PixelCacheException}s.
 */
public final class PixelWriter implements PixelSink, Closeable {
  private static final int BUFFER = 1 << 20;
  private static final int RGB = 3;

  private final Path temporary;
  private final FileChannel channel;
  private final Blocks blocks;
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private long written;

  private PixelWriter(Path temporary, FileChannel channel) {
    this.temporary = temporary;
    this.channel = channel;
    this.blocks = new Blocks(channel);
  }

  /** What writes to the file, and may find the disk full. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /** A file that is not there yet, under a name that no other process uses. */
  static PixelWriter create(Path temporary) throws PixelCacheException {
    try {
      FileChannel channel = FileChannel.open(
          temporary,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE);
      lock(channel);
      return new PixelWriter(temporary, channel);
    } catch (IOException e) {
      throw new PixelCacheException(Reason.of(e), e);
    }
  }

  /** So that others see that it is not left behind; not all disks can do it. */
  private static void lock(FileChannel channel) {
    try {
      channel.tryLock();
    } catch (IOException e) {
      System.getLogger(PixelWriter.class.getName())
          .log(System.Logger.Level.DEBUG, "a file of the cache could not be locked: {0}", e);
    }
  }

  private static void attempt(Step step) throws PixelCacheException {
    try {
      step.run();
    } catch (IOException e) {
      throw new PixelCacheException(Reason.of(e), e);
    }
  }

  @Override
  public void add(byte[] pixels) throws PixelCacheException {
    for (int at = 0; at < pixels.length; ) {
      int count = Math.min(pixels.length - at, BUFFER - buffered);
      System.arraycopy(pixels, at, buffer, buffered, count);
      at += count;
      buffered += count;
      if (buffered == BUFFER) {
        flush();
      }
    }
  }

  private void flush() throws PixelCacheException {
    attempt(() -> blocks.write(PixelFile.HEAD_BYTES + written, Arrays.copyOf(buffer, buffered)));
    written += buffered;
    buffered = 0;
  }

  /** From the end on, so that nothing is overwritten before it was read. */
  @Override
  public void triple() throws PixelCacheException {
    flush();
    attempt(() -> {
      for (long end = written; end > 0; ) {
        int count = (int) Math.min(end, BUFFER);
        end -= count;
        byte[] grey = blocks.read(PixelFile.HEAD_BYTES + end, count);
        byte[] colour = new byte[RGB * count];
        for (int i = 0; i < colour.length; i++) {
          colour[i] = grey[i / RGB];
        }
        blocks.write(PixelFile.HEAD_BYTES + RGB * end, colour);
      }
    });
    written *= RGB;
  }

  /**
   * Completes the file, moves it into place and opens it.
   *
   * @param form what was written
   * @param pictures for each picture the digest of its file, and of what that was decoded to
   */
  public PixelFile finish(Form form, byte[] pictures, Path target) throws PixelCacheException {
    flush();
    if (written != form.pixelBytes()) {
      throw new IllegalStateException(written + " bytes of pixels were written for " + form);
    }
    attempt(() -> {
      PixelFile.complete(channel, form, pictures);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    });
    try {
      return PixelFile.mapped(target, form, pictures);
    } catch (IOException e) {
      throw new PixelCacheException(Reason.of(e), e);
    }
  }

  @Override
  public void close() throws PixelCacheException {
    attempt(() -> {
      channel.close();
      Files.deleteIfExists(temporary);
    });
  }
}
