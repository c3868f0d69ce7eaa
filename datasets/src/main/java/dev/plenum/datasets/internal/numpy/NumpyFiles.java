package dev.plenum.datasets.internal.numpy;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.PartedData;
import dev.plenum.datasets.internal.Reason;
import dev.plenum.datasets.internal.idx.IdxForm;
import dev.plenum.datasets.internal.numpy.NpyArray.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Datasets as NumPy stores them: an {@code .npz} archive, a folder of {@code .npy} files, or one of archives
 * with one array each, as KMNIST comes.
 */
public final class NumpyFiles {
  private static final String ENDING = ".npy";
  private static final String ARCHIVE = ".npz";
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
        ? Stream.concat(files(place, ENDING).stream(), files(place, ARCHIVE).stream())
            .anyMatch(file -> ArrayName.parse(arrayName(file)).isPresent())
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
      for (Path file : files(folder, ENDING)) {
        arrays.put(name(file), new OnDisk(file, Files.size(file)));
      }
      List<Path> archives = files(folder, ARCHIVE);
      return arrays.isEmpty() && !archives.isEmpty()
          ? readArchives(folder, archives)
          : new NumpyReader(folder, arrays, List.of()).read();
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  /** Of archives with one array each, whose names tell what it is. */
  private static PartedData readArchives(Path folder, List<Path> files) throws IOException {
    List<ZipFile> zips = new ArrayList<>();
    try {
      SortedMap<String, Stored> arrays = new TreeMap<>();
      for (Path file : files) {
        ZipFile zip = open(file);
        zips.add(zip);
        SortedMap<String, Stored> found = arrays(file, zip);
        if (found.size() != 1) {
          throw new InvalidFileException(
              file, "expected one array, as in the other archives here, found " + found.keySet());
        }
        if (arrays.put(arrayName(file), found.get(found.firstKey())) != null) {
          throw new InvalidFileException(
              file, "there are the arrays of two datasets in its folder");
        }
      }
      String set = ArrayName.set(withoutEnding(String.valueOf(files.get(0).getFileName())));
      List<String> classNames = IdxForm.known(set, "").map(IdxForm::classNames).orElse(List.of());
      return new NumpyReader(folder, arrays, classNames).read();
    } finally {
      for (ZipFile zip : zips) {
        zip.close();
      }
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Reason.notReadable(folder, e);
    }
  }

  private static String name(Path file) {
    return withoutEnding(String.valueOf(file.getFileName()));
  }

  /** Without the name of the dataset, as archives of one array have it before that of the array. */
  private static String arrayName(Path file) {
    return ArrayName.withoutSet(name(file));
  }

  private static String withoutEnding(String name) {
    return name.substring(0, name.length() - ENDING.length());
  }

  private static PartedData readArchive(Path file) throws IOException {
    try (ZipFile zip = open(file)) {
      return new NumpyReader(file, arrays(file, zip), List.of()).read();
    } catch (InvalidFileException e) {
      throw e;
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  private static ZipFile open(Path file) throws InvalidFileException {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private static InvalidFileException damaged(Path file, Exception e) {
    return new InvalidFileException(
        file, "expected an archive of NumPy (.npz), but it is damaged: " + Reason.of(e));
  }

  private static SortedMap<String, Stored> arrays(Path file, ZipFile zip)
      throws InvalidFileException {
    SortedMap<String, Stored> arrays = new TreeMap<>();
    try {
      for (ZipEntry entry :
          zip.stream().filter(e -> e.getName().endsWith(ENDING)).toList()) {
        InArchive array = new InArchive(shown(file, entry.getName()), zip, entry);
        array.requirePossible();
        if (arrays.put(withoutEnding(entry.getName()), array) != null) {
          throw new InvalidFileException(array.file(), "there are two arrays of this name");
        }
      }
    } catch (IllegalArgumentException e) { // of a name in no known charset
      throw damaged(file, e);
    }
    return arrays;
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
