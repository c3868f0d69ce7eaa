package dev.plenum.interchange.keras;

import io.jhdf.Superblock;
import io.jhdf.exceptions.InMemoryHdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Locale;

/**
 * The bytes of an HDF5 file, for jHDF, which trusts what it reads: nothing is allocated for a length
 * that a file claims, and addresses that lead in a circle, or again and again to the same place, end
 * when more has been read than any sound file of Keras's has.
 */
final class HdfBytes implements HdfBackingStorage {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final int MOST_READS = 1_000_000;
  private static final long MOST_BYTES = 64 << 20;

  private static final int LARGEST_HEADER = 512;
  /** How many copies of the values there are on the way. */
  private static final int COPIES = 4;

  private final ByteBuffer bytes;
  private final Superblock superblock;
  private int reads;
  private long bytesRead;
  private long bytesUnpacked;

  /** Reads the file's first block; what is wrong with it is one of jHDF's many exceptions. */
  HdfBytes(byte[] content) {
    if (content.length < SIGNATURE.length
        || Arrays.mismatch(content, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length) >= 0) {
      throw new InvalidHdfException("it does not begin as an HDF5 file does");
    }
    bytes = ByteBuffer.wrap(content).asReadOnlyBuffer();
    superblock = Superblock.readSuperblock(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    if (superblock.getBaseAddressByte() != 0) {
      throw new InvalidHdfException("its addresses do not start where the file does");
    }
  }

  /** Counts what has been read. */
  void spend(long length) {
    reads++;
    bytesRead += length;
    if (reads > MOST_READS || bytesRead > MOST_BYTES) {
      throw new InvalidHdfException("its groups have no end");
    }
  }

  /** Whether these bytes are in the header at an address. */
  boolean has(byte[] wanted, long address) {
    ByteBuffer header = data(address, Math.min(LARGEST_HEADER, bytes.capacity() - address));
    ByteBuffer sought = ByteBuffer.wrap(wanted);
    for (int i = 0; i + wanted.length <= header.capacity(); i++) {
      if (header.slice(i, wanted.length).equals(sought)) {
        return true;
      }
    }
    return false;
  }

  /** Checks, before anything large is allocated, that there is room for a variable that is compressed. */
  void requireMemory(String path, long length) {
    bytesUnpacked += length;
    long available = Runtime.getRuntime().maxMemory();
    if (bytesUnpacked > available / COPIES) {
      throw new InvalidHdfException(String.format(
          Locale.ROOT,
          "with '%s' the variables have %d MB, and this Java machine may use no more than %d MB in all",
          path,
          bytesUnpacked >> 20,
          available >> 20));
    }
  }

  /** A variable's values, which do not count: each is read once. */
  ByteBuffer data(long address, long length) {
    return bytes.slice(Math.toIntExact(address), Math.toIntExact(length));
  }

  @Override
  public ByteBuffer map(long address, long length) {
    spend(length);
    return data(address, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public ByteBuffer mapNoOffset(long address, long length) {
    return map(address, length);
  }

  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    return map(address, length);
  }

  @Override
  public long getUserBlockSize() {
    return 0;
  }

  @Override
  public Superblock getSuperblock() {
    return superblock;
  }

  @Override
  public FileChannel getFileChannel() {
    throw new InMemoryHdfException();
  }

  @Override
  public int getSizeOfOffsets() {
    return superblock.getSizeOfOffsets();
  }

  @Override
  public int getSizeOfLengths() {
    return superblock.getSizeOfLengths();
  }

  @Override
  public void close() {}

  @Override
  public long size() {
    return bytes.capacity();
  }

  @Override
  public boolean inMemory() {
    return true;
  }
}
