package dev.plenum.datasets.parquet.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of a column in a row group, read one by one. */
final class ChunkPages implements PageReader {
  private final Path file;
  private final ColumnMetaData column;
  private final InputStream in;
  /** The first one, if it was no dictionary. */
  private @Nullable PageHeader pending;

  /**
   * Reads nothing yet.
   *
   * @throws IOException if the column does not lie in the file
   */
  ChunkPages(Path file, FileChannel channel, ColumnMetaData column) throws IOException {
    this.file = file;
    this.column = column;
    long first = column.getData_page_offset();
    boolean hasDictionary = column.isSetDictionary_page_offset()
        && column.getDictionary_page_offset() > 0
        && column.getDictionary_page_offset() < first;
    long start = hasDictionary ? column.getDictionary_page_offset() : first;
    long length = column.getTotal_compressed_size();
    if (start < 0 || length < 0 || length > channel.size() - start) {
      throw new IOException("a column ends behind the end of the file");
    }
    this.in = new BufferedInputStream(new ChunkInput(channel, start, start + length));
  }

  @Override
  public long getTotalValueCount() {
    return column.getNum_values();
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    try {
      PageHeader header = Util.readPageHeader(in);
      if (header.getType() != PageType.DICTIONARY_PAGE) {
        pending = header;
        return null;
      }
      byte[] values = unpacked(header, packed(header));
      int count = header.getDictionary_page_header().getNum_values();
      if (count < 0 || count > values.length) { // no value is shorter than a byte
        throw new IOException("a dictionary has fewer values than its header says");
      }
      return new DictionaryPage(
          BytesInput.from(values),
          count,
          encoding(header.getDictionary_page_header().getEncoding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DataPage readPage() {
    try {
      PageHeader header = next();
      while (header.getType() != PageType.DATA_PAGE && header.getType() != PageType.DATA_PAGE_V2) {
        packed(header);
        header = next();
      }
      return header.getType() == PageType.DATA_PAGE ? first(header) : second(header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PageHeader next() throws IOException {
    PageHeader kept = pending;
    pending = null;
    return kept == null ? Util.readPageHeader(in) : kept;
  }

  /** A page of the format's version 1. */
  private DataPage first(PageHeader header) throws IOException {
    DataPageHeader page = header.getData_page_header();
    byte[] bytes = unpacked(header, packed(header));
    return new DataPageV1(
        BytesInput.from(bytes),
        page.getNum_values(),
        bytes.length,
        null,
        encoding(page.getRepetition_level_encoding()),
        encoding(page.getDefinition_level_encoding()),
        encoding(page.getEncoding()));
  }

  /** A page of the format's version 2: levels, which are never packed, and values. */
  private DataPage second(PageHeader header) throws IOException {
    DataPageHeaderV2 page = header.getData_page_header_v2();
    byte[] bytes = packed(header);
    int repetitions = page.getRepetition_levels_byte_length();
    int definitions = page.getDefinition_levels_byte_length();
    int levels = repetitions + definitions;
    if (repetitions < 0 || definitions < 0 || levels < 0 || levels > bytes.length) {
      throw new IOException("a page is shorter than its header says");
    }
    byte[] values = Arrays.copyOfRange(bytes, levels, bytes.length);
    boolean isPacked = !page.isSetIs_compressed() || page.isIs_compressed();
    if (isPacked) {
      int length = header.getUncompressed_page_size() - levels;
      values = Codecs.unpacked(file, column.getCodec(), values, Math.max(length, 0));
    }
    return DataPageV2.uncompressed(
        page.getNum_rows(),
        page.getNum_nulls(),
        page.getNum_values(),
        BytesInput.from(bytes, 0, repetitions),
        BytesInput.from(bytes, repetitions, definitions),
        encoding(page.getEncoding()),
        BytesInput.from(values),
        null);
  }

  private byte[] unpacked(PageHeader header, byte[] packed) throws IOException {
    return Codecs.unpacked(file, column.getCodec(), packed, header.getUncompressed_page_size());
  }

  private byte[] packed(PageHeader header) throws IOException {
    int length = header.getCompressed_page_size();
    int unpacked = header.getUncompressed_page_size();
    if (length < 0 || unpacked < 0) {
      throw new IOException("a page has a negative length");
    }
    Refusal.requireRoom(file, "one of its pages", (long) length + unpacked);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("a page is cut off");
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if (header.isSetCrc() && (int) crc.getValue() != header.getCrc()) {
      throw new IOException("a page has another checksum than its header says");
    }
    return bytes;
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding stored) {
    return Encoding.valueOf(stored.name());
  }
}
