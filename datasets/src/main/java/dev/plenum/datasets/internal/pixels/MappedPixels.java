package dev.plenum.datasets.internal.pixels;

import dev.plenum.api.data.Pixels;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/** Pixels in a file, which the system reads into memory that is free, and lets go of when it is not. */
final class MappedPixels implements Pixels {
  /** Of a part of the file that is mapped; Java's buffers end at 2 GiB. */
  private static final int MOST_SEGMENT_BYTES = 1 << 30;

  private final Path file;
  /** Tells how long the file is, whatever it is called by now; its handle is given back with it. */
  private final RandomAccessFile open;

  private final MappedByteBuffer[] segments;
  private final int imagesPerSegment;
  private final long start;
  private final int imageBytes;
  private final int first;
  private final int images;

  private MappedPixels(
      Path file,
      RandomAccessFile open,
      MappedByteBuffer[] segments,
      int imagesPerSegment,
      long start,
      int imageBytes,
      int first,
      int images) {
    this.file = file;
    this.open = open;
    this.segments = segments;
    this.imagesPerSegment = imagesPerSegment;
    this.start = start;
    this.imageBytes = imageBytes;
    this.first = first;
    this.images = images;
  }

  /**
   * Images in a file, which must stay as it is; it may be moved and deleted.
   *
   * @param start where the first image begins
   * @throws IOException if the file cannot be mapped
   */
  static MappedPixels of(Path file, long start, int imageBytes, int images) throws IOException {
    RandomAccessFile open = new RandomAccessFile(file.toFile(), "r");
    int imagesPerSegment = Math.min(images, MOST_SEGMENT_BYTES / imageBytes);
    MappedByteBuffer[] segments =
        new MappedByteBuffer[(images + imagesPerSegment - 1) / imagesPerSegment];
    for (int i = 0; i < segments.length; i++) {
      long from = (long) i * imagesPerSegment;
      long count = Math.min(imagesPerSegment, images - from);
      segments[i] =
          open.getChannel().map(MapMode.READ_ONLY, start + from * imageBytes, count * imageBytes);
    }
    return new MappedPixels(file, open, segments, imagesPerSegment, start, imageBytes, 0, images);
  }

  /** Some of these images. */
  MappedPixels part(int from, int count) {
    return new MappedPixels(
        file, open, segments, imagesPerSegment, start, imageBytes, first + from, count);
  }

  @Override
  public long bytes() {
    return (long) images * imageBytes;
  }

  @Override
  public int imageBytes() {
    return imageBytes;
  }

  @Override
  public void copy(int image, byte[] target, int offset) {
    int number = first + image;
    try {
      requireBytes(start + (number + 1L) * imageBytes);
      segments[number / imagesPerSegment].get(
          number % imagesPerSegment * imageBytes, target, offset, imageBytes);
    } catch (IOException | InternalError e) { // the latter is a page that cannot be read
      throw new UncheckedIOException(new InvalidFileException(
          file, "this file of the cache cannot be read any more: " + Reason.of(e)));
    }
  }

  /** Beyond a file's end Java could fail anywhere. */
  private void requireBytes(long bytes) throws IOException {
    if (open.length() < bytes) {
      throw new IOException("it was cut off while it was in use");
    }
  }
}
