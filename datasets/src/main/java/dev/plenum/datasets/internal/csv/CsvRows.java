package dev.plenum.datasets.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of a CSV file (RFC 4180), gzipped or not, each cut into its fields; between these stand commas,
 * or semicolons or tabs if the first line has no comma.
 */
public final class CsvRows {
  private CsvRows() {}

  /** Takes the lines of a file. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes the next one.
     *
     * @param line its number, from 1 on
     * @return whether the following one is wanted
     */
    boolean accept(long line, List<String> fields) throws IOException;
  }

  /**
   * Reads a file until the sink wants no more. Empty lines are left out.
   *
   * @throws InvalidFileException if quotes do not fit, or a field is longer than 16 million characters
   * @throws IOException if it cannot be read
   */
  public static void forEach(Path file, Sink sink) throws IOException {
    try (CsvReader<CsvRecord> rows = CsvReader.builder()
        .fieldSeparator(CsvText.separator(file))
        .detectBomHeader(true)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(CsvText.open(file))) {
      for (CsvRecord row : rows) {
        if (!sink.accept(row.getStartingLineNumber(), row.getFields())) {
          return;
        }
      }
    } catch (InvalidFileException e) {
      throw e;
    } catch (CsvParseException e) {
      throw new InvalidFileException(file, "it is no CSV table: " + Reason.of(e));
    } catch (UncheckedIOException e) {
      throw Reason.notReadable(file, new IOException(e));
    } catch (IOException e) {
      throw Reason.notReadable(file, e);
    }
  }

  /** A refusal of a line. */
  static InvalidFileException invalid(Path file, long line, String problem) {
    return new InvalidFileException(file, "line " + line + ": " + problem);
  }
}
