package dev.plenum.datasets.internal.pixels;

import dev.plenum.api.data.PictureList;
import dev.plenum.api.data.Pixels;
import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file with the pixels of many images. First a head of 64 bytes: {@code PLNMPIX1}, where the tail
 * begins (8 bytes), its length (4 bytes), its SHA-256 (32 bytes), zeros. Then the pixels. Then the tail:
 * {@link Form}, the SHA-256 of each picture file and of its pixels, the length of a block of pixels,
 * and the SHA-256 of each block. Numbers are big-endian.
 */
public final class PixelFile {
  static final int HEAD_BYTES = 64;

  private static final byte[] MAGIC = "PLNMPIX1".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_SIDE = 1 << 14;
  private static final int DIGEST = PictureList.DIGEST_BYTES;
  private static final int FORM_BYTES = 2 * DIGEST + 4 * Integer.BYTES;

  private final Form form;
  private final byte[] pictures;
  private final MappedPixels pixels;

  /**
   * What a file holds.
   *
   * @param key what the pixels follow from: {@link PixelKey#hex}
   * @param sha256 identifies the dataset, in hexadecimal digits
   * @param height of every image
   * @param width of every image
   * @param channels of every image, 1 or 3
   * @param images how many there are
   */
  public record Form(String key, String sha256, int height, int width, int channels, int images) {
    int imageBytes() {
      return height * width * channels;
    }

    boolean isPossible() {
      return Math.min(height, width) > 0
          && Math.max(height, width) <= LONGEST_SIDE
          && (channels == 1 || channels == 3);
    }

    long pixelBytes() {
      return (long) images * imageBytes();
    }
  }

  private PixelFile(Form form, byte[] pictures, MappedPixels pixels) {
    this.form = form;
    this.pictures = pictures;
    this.pixels = pixels;
  }

  /** What it holds. */
  public Form form() {
    return form;
  }

  /** For each picture the digest of its file, and of what that was decoded to; not copied. */
  public byte[] pictures() {
    return pictures;
  }

  /** The pixels of some of its images. */
  public Pixels pixels(int from, int count) {
    return pixels.part(from, count);
  }

  /**
   * Opens a file and verifies all of it.
   *
   * @param key what the pixels are to follow from
   * @param images how many there must be
   * @throws InvalidFileException if it is damaged, or of something else
   * @throws IOException if it cannot be read
   */
  static PixelFile open(Path file, String key, int images) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Blocks blocks = new Blocks(channel);
      ByteBuffer head = ByteBuffer.wrap(blocks.read(0, HEAD_BYTES));
      byte[] magic = new byte[MAGIC.length];
      head.get(magic);
      long tailAt = head.getLong();
      int tailBytes = head.getInt();
      require(file, Arrays.equals(magic, MAGIC) && tailAt >= HEAD_BYTES);
      require(file, tailBytes == tailBytes(images, tailAt - HEAD_BYTES));
      require(file, channel.size() == tailAt + tailBytes);
      byte[] digest = new byte[DIGEST];
      head.get(digest);
      byte[] start = blocks.read(tailAt, FORM_BYTES);
      byte[] pictures = blocks.read(tailAt + FORM_BYTES, 2 * DIGEST * images);
      byte[] digests = blocks.read(
          tailAt + FORM_BYTES + pictures.length, tailBytes - FORM_BYTES - pictures.length);
      require(file, Arrays.equals(digest, Blocks.sha256(start, pictures, digests)));
      Form form = form(ByteBuffer.wrap(start));
      require(file, form.key().equals(key) && form.images() == images && form.isPossible());
      require(file, form.pixelBytes() == tailAt - HEAD_BYTES);
      require(file, Arrays.equals(digests, blocks.digests(HEAD_BYTES, form.pixelBytes())));
      return mapped(file, form, pictures);
    }
  }

  /** A file that is known to be good. */
  static PixelFile mapped(Path file, Form form, byte[] pictures) throws IOException {
    MappedPixels pixels = MappedPixels.of(file, HEAD_BYTES, form.imageBytes(), form.images());
    return new PixelFile(form, pictures, pixels);
  }

  private static void require(Path file, boolean isGood) throws InvalidFileException {
    if (!isGood) {
      throw new InvalidFileException(file, "the file is damaged, or not complete");
    }
  }

  private static long tailBytes(int images, long pixelBytes) {
    return FORM_BYTES + 2L * DIGEST * images + DIGEST * Blocks.count(pixelBytes);
  }

  /** Writes what is around the pixels, which are there already, and saves all to the disk. */
  static void complete(FileChannel channel, Form form, byte[] pictures) throws IOException {
    Blocks blocks = new Blocks(channel);
    long tailAt = HEAD_BYTES + form.pixelBytes();
    byte[] start = bytes(form);
    byte[] digests = blocks.digests(HEAD_BYTES, form.pixelBytes());
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES)
        .put(MAGIC)
        .putLong(tailAt)
        .putInt(start.length + pictures.length + digests.length)
        .put(Blocks.sha256(start, pictures, digests))
        .rewind();
    blocks.write(tailAt, start);
    blocks.write(tailAt + start.length, pictures);
    blocks.write(tailAt + start.length + pictures.length, digests);
    blocks.write(0, head.array());
    channel.force(true);
  }

  private static Form form(ByteBuffer in) {
    byte[] key = new byte[DIGEST];
    byte[] sha256 = new byte[DIGEST];
    in.get(key).get(sha256);
    return new Form(
        HexFormat.of().formatHex(key),
        HexFormat.of().formatHex(sha256),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt());
  }

  private static byte[] bytes(Form form) {
    return ByteBuffer.allocate(FORM_BYTES)
        .put(HexFormat.of().parseHex(form.key()))
        .put(HexFormat.of().parseHex(form.sha256()))
        .putInt(form.height())
        .putInt(form.width())
        .putInt(form.channels())
        .putInt(form.images())
        .array();
  }
}
