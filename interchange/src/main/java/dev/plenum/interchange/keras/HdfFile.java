package dev.plenum.interchange.keras;

import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidModelFileException;
import io.jhdf.exceptions.HdfException;
import java.util.function.Function;
import java.util.function.Supplier;

/** An HDF5 file that may be damaged in any way. */
final class HdfFile {
  private final InputFile file;
  private final HdfGroup root;
  private final String needed;

  /**
   * Begins to read a file.
   *
   * @param file what the bytes come from, for messages
   * @param needed what must be in it, for messages
   * @throws InvalidModelFileException if it is no HDF5 file, or damaged
   */
  HdfFile(byte[] bytes, InputFile file, String needed) throws InvalidModelFileException {
    this.file = file;
    this.needed = needed;
    this.root = guarded(() -> HdfGroup.root(new HdfBytes(bytes)));
  }

  /** What is read. */
  InputFile file() {
    return file;
  }

  /**
   * Reads something in it.
   *
   * @param reading gets the group in which all others are
   * @throws InvalidModelFileException if it is not there, or the file is damaged
   */
  <T> T read(Function<HdfGroup, T> reading) throws InvalidModelFileException {
    return guarded(() -> reading.apply(root));
  }

  private <T> T guarded(Supplier<T> reading) throws InvalidModelFileException {
    try {
      return reading.get();
    } catch (InvalidHdfException e) {
      throw file.refused(String.valueOf(e.getMessage()), needed);
    } catch (HdfException e) {
      throw file.damaged("its HDF5 structure is broken: " + e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError e) {
      // What jHDF throws where it is led astray.
      throw file.damaged("its HDF5 structure is broken", e);
    }
  }
}
