package dev.plenum.datasets;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people have data in that is not read here, by the endings of names. */
final class ForeignData {
  private static final Map<String, String> KINDS = Map.ofEntries(
      Map.entry("npy", "one array of NumPy, of which the folder is given"),
      Map.entry("tsv", "a table as text"),
      Map.entry("json", "JSON"),
      Map.entry("jsonl", "JSON lines"),
      Map.entry(
          "parquet",
          "a Parquet table; the jar plenum-datasets-parquet, which reads those of images, is not on the class path"),
      Map.entry("arrow", "an Arrow table, as Hugging Face has them"),
      Map.entry("tfrecord", "TensorFlow records"),
      Map.entry("gz", "compressed data; of an IDX file, the folder that it is in is given"),
      Map.entry("bz2", "compressed data, which must be unpacked"),
      Map.entry("xz", "compressed data, which must be unpacked"),
      Map.entry("zip", "no zip archive by its beginning, or a part of a split one"),
      Map.entry("tar", "no tar archive, or one of the kind before POSIX; pack it again"),
      Map.entry("7z", "an archive, which must be unpacked"),
      Map.entry("rar", "an archive, which must be unpacked"),
      Map.entry("h5", "HDF5 data"),
      Map.entry("hdf5", "HDF5 data"),
      Map.entry("pkl", "a Python pickle"),
      Map.entry("pickle", "a Python pickle"),
      Map.entry("pt", "tensors of PyTorch"),
      Map.entry("pth", "tensors of PyTorch"),
      Map.entry("bin", "binary data"),
      Map.entry("db", "a database"),
      Map.entry("sqlite", "a database"));

  private ForeignData() {}

  /** What a file of that name holds, in words, if the name tells. */
  static Optional<String> kindOf(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("-ubyte") || lower.endsWith("-int")) {
      return Optional.of("IDX data, of which the folder is given");
    }
    return Optional.ofNullable(KINDS.get(lower.substring(lower.lastIndexOf('.') + 1)));
  }
}
