package dev.plenum.datasets.internal.numpy;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.PartedData;
import dev.plenum.datasets.internal.Reason;
import dev.plenum.datasets.internal.numpy.NpyArray.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Datasets as NumPy stores them: an {@code .npz} archive, or a folder of {@code .npy} files. */
public final class NumpyFiles {
  private static final String ENDING = ".npy";
  /** The most that deflating can save. */
  private static final long MOST_DEFLATED = 1032;

  private NumpyFiles() {}

  /**
   * Whether a file is an archive of arrays, by its beginning and its first entry, or a folder has
   * arrays whose names tell what they are.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isDataset(Path place) throws IOException {
    return Files.isDirectory(place)
        ? files(place).stream().anyMatch(file -> ArrayName.parse(name(file)).isPresent())
        : isArchive(place);
  }

  private static boolean isArchive(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .anyMatch(name -> name.endsWith(ENDING) && name.indexOf('/') < 0);
    } catch (IOException | IllegalArgumentException e) {
      return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".npz");
    }
  }

  /**
   * Reads a dataset. Its digest is over the names and the unpacked bytes of the arrays that are used.
   *
   * @throws InvalidFileException if arrays are missing, damaged or not of images and labels
   * @throws IOException if it cannot be read
   */
  public static PartedData read(Path place) throws IOException {
    return Files.isDirectory(place) ? readFolder(place) : readArchive(place);
  }

  private static PartedData readFolder(Path folder) throws IOException {
    SortedMap<String, Stored> arrays = new TreeMap<>();
    try {
      for (Path file : files(folder)) {
        arrays.put(name(file), new OnDisk(file, Files.size(file)));
      }
      return new NumpyReader(folder, arrays).read();
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> String.valueOf(file.getFileName()).endsWith(ENDING))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  private static String name(Path file) {
    return withoutEnding(String.valueOf(file.getFileName()));
  }

  private static String withoutEnding(String name) {
    return name.substring(0, name.length() - ENDING.length());
  }

  private static PartedData readArchive(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      SortedMap<String, Stored> arrays = new TreeMap<>();
      for (ZipEntry entry :
          zip.stream().filter(e -> e.getName().endsWith(ENDING)).toList()) {
        InArchive array = new InArchive(shown(file, entry.getName()), zip, entry);
        array.requirePossible();
        if (arrays.put(withoutEnding(entry.getName()), array) != null) {
          throw new InvalidFileException(array.file(), "there are two arrays of this name");
        }
      }
      return new NumpyReader(file, arrays).read();
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidFileException(
          file, "expected an archive of NumPy (.npz), but it is damaged: " + Reason.of(e));
    }
  }

  /** Odd names might be no paths. */
  private static Path shown(Path archive, String name) {
    return name.matches("[\\w.-]+") ? archive.resolve(name) : archive;
  }

  private record OnDisk(Path file, long bytes) implements Stored {
    @Override
    public long crc() {
      return -1;
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }

  private record InArchive(Path file, ZipFile zip, ZipEntry entry) implements Stored {
    void requirePossible() throws InvalidFileException {
      boolean isRead =
          entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
      if (!isRead) {
        throw new InvalidFileException(file, "it is neither stored nor deflated, as NumPy does");
      }
      if (entry.getSize() > MOST_DEFLATED * (entry.getCompressedSize() + 1)) {
        throw new InvalidFileException(
            file, "the archive says that it is longer unpacked than it can be");
      }
    }

    @Override
    public long bytes() {
      return entry.getSize();
    }

    @Override
    public long crc() {
      return entry.getCrc();
    }

    @Override
    public InputStream open() throws IOException {
      return zip.getInputStream(entry);
    }
  }
}
