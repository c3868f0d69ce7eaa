package dev.plenum.datasets.internal.svhn;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.LabelledPixels;
import dev.plenum.datasets.internal.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile.Entry;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/** Images X (height, width, channels, n) and labels y (n, 1), 10 for the digit 0, of a MATLAB file. */
final class MatFile {
  private static final String EXPECTED =
      "expected SVHN's cropped digits: X of the type uint8 and the shape (height, width, 3, n), and y with a label from 1 to 10 for each image";
  private static final int ZERO = 10;
  private static final int COLOURS = 3;
  private static final int HEADER = 128;

  private final Path file;

  private MatFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidFileException if it is damaged or holds something else
   * @throws IOException if it cannot be read
   */
  static LabelledPixels read(Path file) throws IOException {
    return new MatFile(file).read();
  }

  private LabelledPixels read() throws IOException {
    requireVersion();
    try (Source source = Sources.openStreamingFile(file.toFile());
        Mat5File mat = Mat5.newReader(source)
            .disableSubsystemProcessing()
            .setBufferAllocator(new Room())
            .setEntryFilter(
                entry -> entry.getName().equals("X") || entry.getName().equals("y"))
            .readMat()) {
      Matrix images = matrix(mat, "X");
      return new LabelledPixels(file, shape(images), pixels(images), labels(matrix(mat, "y")));
    } catch (InvalidFileException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException e) {
      throw damaged(reason(e));
    } catch (RuntimeException | OutOfMemoryError e) {
      // The reader believes the numbers in a file, and throws what follows from them.
      throw damaged("its data make no sense");
    }
  }

  /** The reader wraps what it finds in exceptions whose messages are the names of others. */
  private static String reason(IOException failure) {
    Throwable first = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      first = cause;
    }
    String reason = Reason.of(first);
    return reason.contains("Exception") ? "its data make no sense" : reason;
  }

  private InvalidFileException damaged(String problem) {
    return new InvalidFileException(file, "expected a complete MATLAB file, but " + problem);
  }

  /** Of the first 116 bytes, which are a text. */
  private void requireVersion() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      String header = new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1);
      if (header.startsWith("MATLAB 7.3")) {
        throw new InvalidFileException(
            file, "it is of MATLAB's version 7.3 (HDF5), which is not read; save it with -v7");
      }
      if (!header.startsWith("MATLAB 5.0") || header.length() < HEADER) {
        throw new InvalidFileException(file, "expected a MATLAB file of version 5 or 7");
      }
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }

  /** Buffers on the heap, for which there is room. */
  private final class Room implements BufferAllocator {
    @Override
    public ByteBuffer allocate(int bytes) {
      try {
        HeapRoom.require(file, "its arrays", 2L * bytes);
        return ByteBuffer.allocate(bytes);
      } catch (InvalidFileException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void release(ByteBuffer buffer) {
      // The collector finds it.
    }
  }

  private Matrix matrix(Mat5File mat, String name) throws InvalidFileException {
    List<String> found = new ArrayList<>();
    for (Entry entry : mat.getEntries()) {
      Array array = entry.getValue();
      if (entry.getName().equals(name) && array instanceof Matrix matrix) {
        return matrix;
      }
      found.add(entry.getName());
    }
    throw new InvalidFileException(file, EXPECTED + "; found " + found);
  }

  private Shape shape(Matrix images) throws InvalidFileException {
    int[] sides = images.getDimensions();
    boolean isImages = images.getType() == MatlabType.UInt8
        && !images.isComplex()
        && sides.length == 4
        && Math.min(sides[0], sides[1]) > 0
        && (sides[2] == 1 || sides[2] == COLOURS);
    if (!isImages) {
      throw new InvalidFileException(
          file,
          "%s; found X of the type %s and the shape %s"
              .formatted(
                  EXPECTED,
                  images.getType().toString().toLowerCase(Locale.ROOT),
                  Arrays.toString(sides)));
    }
    return Shape.of(sides[0], sides[1], sides[2]);
  }

  /** Stored with the row going fastest, then the column, the channel and the image. */
  private byte[] pixels(Matrix images) throws InvalidFileException {
    int[] sides = images.getDimensions();
    long size = (long) sides[0] * sides[1] * sides[2] * sides[3];
    if (size != images.getNumElements()) {
      throw damaged("X has another length than its shape says");
    }
    HeapRoom.require(file, "%s images".formatted(sides[3]), size);
    byte[] pixels = new byte[(int) size];
    int target = 0;
    for (int i = 0; i < sides[3]; i++) {
      int start = i * sides[0] * sides[1] * sides[2];
      for (int y = 0; y < sides[0]; y++) {
        for (int x = 0; x < sides[1]; x++) {
          for (int c = 0; c < sides[2]; c++) {
            pixels[target] = images.getByte(start + y + sides[0] * (x + sides[1] * c));
            target++;
          }
        }
      }
    }
    return pixels;
  }

  private int[] labels(Matrix numbers) throws InvalidFileException {
    int[] labels = new int[numbers.getNumElements()];
    for (int i = 0; i < labels.length; i++) {
      double label = numbers.getDouble(i);
      if (!(label >= 1 && label <= ZERO && label == Math.rint(label))) {
        throw new InvalidFileException(
            file,
            "label %s (counted from 0) is %s; expected 1 to 10, where 10 is the digit 0"
                .formatted(i, label));
      }
      labels[i] = (int) label % ZERO;
    }
    return labels;
  }
}
