package dev.plenum.datasets.parquet.internal;

import java.io.IOException;
import org.apache.parquet.column.ColumnReader;
import org.jspecify.annotations.Nullable;

/** The image files of a table, page by page; going on is cheap, going back begins a row group anew. */
final class ImageCursor {
  private final ParquetFile file;
  private final Leaf column;
  private final long[] rows;
  private @Nullable ColumnReader reader;
  /** The group that is being read, and the row in it that comes next. */
  private int group = -1;

  private long next;

  ImageCursor(ParquetFile file, Leaf column) {
    this.file = file;
    this.column = column;
    this.rows = file.rows();
  }

  /**
   * The bytes of an image file.
   *
   * @throws IOException if there are none in the row, or the table is damaged
   */
  byte[] read(long row) throws IOException {
    return Refusal.decoding(file.path(), () -> {
      int wanted = 0;
      long inGroup = row;
      while (inGroup >= rows[wanted]) {
        inGroup -= rows[wanted];
        wanted++;
      }
      ColumnReader values = at(wanted, inGroup);
      boolean isThere = values.getCurrentDefinitionLevel() == column.levels();
      byte[] bytes = isThere ? values.getBinary().getBytes() : null;
      values.consume();
      next++;
      if (bytes == null) {
        throw Refusal.of(
            file.path(),
            "row %s has no bytes in the column %s; an image that is only named by its path cannot be read"
                .formatted(row, column.column()));
      }
      return bytes;
    });
  }

  private ColumnReader at(int wanted, long row) throws IOException {
    ColumnReader values = reader;
    if (values == null || wanted != group || row < next) {
      values = file.column(wanted, column);
      reader = values;
      group = wanted;
      next = 0;
    }
    for (; next < row; next++) {
      if (values.getCurrentDefinitionLevel() == column.levels()) {
        values.skip();
      }
      values.consume();
    }
    return values;
  }
}
