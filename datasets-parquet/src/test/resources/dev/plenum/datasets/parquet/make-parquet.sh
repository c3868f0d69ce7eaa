#!/usr/bin/env bash
# Makes the tables that ParquetFormatTest reads, by DuckDB 2.0.0 and arrow-rs (parquet-wasm 0.8.0). It needs
# Python, Node.js, Maven and Java, and downloads both writers into a temporary folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -q -B dependency:copy -Dartifact=org.duckdb:duckdb_jdbc:2.0.0.1 -DoutputDirectory=.
npm install --silent --no-audit --no-fund parquet-wasm@0.8.0

# PNG files of 6 x 5 pixels; the test computes their pixels too: (i * 31 + y * 17 + x * 7 + c * 3) modulo 256.
python3 - <<'P'
import os, struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
os.mkdir("images")
for i in range(30):
    rows = b"".join(b"\0" + bytes((i * 31 + y * 17 + x * 7 + c * 3) % 256 for x in range(6) for c in range(3))
                    for y in range(5))
    with open("images/%02d.png" % i, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 6, 5, 8, 2, 0, 0, 0))
                  + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
os.mkdir("tiny")
for i in range(5000):
    with open("tiny/%04d.pgm" % i, "wb") as out:
        out.write(b"P5\n2 1\n255\n" + bytes([i % 251, i // 251]))
P

cat >Make.java <<'J'
import java.nio.file.*;
import java.sql.*;

class Make {
  static final String FEATURES = "{\"info\": {\"features\": {\"image\": {\"_type\": \"Image\"}, "
      + "\"label\": {\"names\": [\"cat\", \"dog\", \"über\"], \"_type\": \"ClassLabel\"}}}}";
  static Statement db;

  /** Pictures number from … to − 1 of a folder; a third is of each class. */
  static String rows(String folder, int from, int to, String columns) {
    return "(SELECT " + columns + " FROM (SELECT content, parse_filename(filename) AS name, "
        + "CAST(row_number() OVER (ORDER BY filename) - 1 AS BIGINT) AS i FROM read_blob('" + folder + "/*')) "
        + "WHERE i >= " + from + " AND i < " + to + " ORDER BY i)";
  }

  static void write(String file, String query, String options) throws Exception {
    Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
    db.execute("COPY " + query + " TO '" + file + "' (FORMAT parquet" + options + ")");
  }

  public static void main(String[] args) throws Exception {
    db = DriverManager.getConnection("jdbc:duckdb:").createStatement();
    db.execute("SET threads TO 1");
    String hub = "{'bytes': content, 'path': name} AS image, i % 3 AS label";
    String metadata = ", KV_METADATA {huggingface: '" + FEATURES + "'}";
    // As the hub has them: a folder data with numbered files for each part, compressed by snappy.
    write("hub/data/train-00000-of-00002.parquet", rows("images", 0, 11, hub), metadata);
    write("hub/data/train-00001-of-00002.parquet", rows("images", 11, 20, hub), metadata);
    write("hub/data/test-00000-of-00001.parquet", rows("images", 20, 30, hub), metadata);
    for (String codec : new String[] {"uncompressed", "gzip", "zstd", "lz4_raw", "brotli"}) {
      write(codec + ".parquet", rows("images", 0, 30, hub), metadata + ", COMPRESSION " + codec);
    }
    write("version-2.parquet", rows("images", 0, 30, hub), metadata + ", PARQUET_VERSION v2");
    // Bytes alone, and the names of the classes as texts; no metadata.
    write("texts.parquet", rows("images", 0, 30,
        "['dog', 'cat', 'elk'][1 + i % 3] AS category, content AS img"), "");
    // Two columns of classes, as CIFAR-100 has them.
    write("two-labels.parquet", rows("images", 0, 30,
        "{'bytes': content, 'path': NULL::VARCHAR} AS img, i % 5 AS fine_label, i % 2 AS coarse_label"), "");
    write("paths-alone.parquet", rows("images", 0, 30,
        "{'bytes': NULL::BLOB, 'path': name} AS image, i % 3 AS label"), metadata);
    write("unlabelled/train.parquet", rows("images", 0, 20, hub), metadata);
    write("unlabelled/test.parquet", rows("images", 20, 30,
        "{'bytes': content, 'path': name} AS image, CAST(-1 AS BIGINT) AS label"), metadata);
    // Several row groups, and pictures that are there more than once, in a dictionary.
    write("row-groups.parquet", rows("tiny", 0, 5000, hub), metadata + ", ROW_GROUP_SIZE 2048, COMPRESSION zstd");
  }
}
J
java -cp duckdb_jdbc-2.0.0.1.jar Make.java

# The same written again by arrow-rs: other pages, encodings and row groups.
cat >make.cjs <<'N'
const fs = require('fs');
const p = require('parquet-wasm');
function write(name, change) {
  const table = p.readParquet(fs.readFileSync('uncompressed.parquet'));
  const features = new Map([['huggingface', fs.readFileSync('features.json', 'utf8')]]);
  const properties = change(new p.WriterPropertiesBuilder().setKeyValueMetadata(features)).build();
  fs.writeFileSync(name, p.writeParquet(table, properties));
}
write('arrow-snappy.parquet', b => b.setCompression(p.Compression.SNAPPY).setMaxRowGroupSize(7));
write('arrow-delta.parquet', b => b.setCompression(p.Compression.ZSTD).setDictionaryEnabled(false)
  .setWriterVersion(p.WriterVersion.V2).setEncoding(p.Encoding.DELTA_LENGTH_BYTE_ARRAY)
  .setColumnEncoding('label', p.Encoding.DELTA_BINARY_PACKED).setMaxRowGroupSize(16));
N
echo '{"info": {"features": {"image": {"_type": "Image"}, "label": {"names": ["cat", "dog", "über"], "_type": "ClassLabel"}}}}' >features.json
node make.cjs
find . -name '*.parquet' -not -path './node_modules/*' | while read -r file; do
  mkdir -p "$here/$(dirname "$file")"
  cp "$file" "$here/$file"
done
