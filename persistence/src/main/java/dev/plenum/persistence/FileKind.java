package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of files: zips with an entry {@code format.json}, which names the kind and its version.
 *
 * @param noun what the file holds, for messages: {@code model}
 * @param command what writes such files, for messages: {@code plenum train}
 * @param format its name in {@code format.json}: {@code plenum-model}
 * @param version the newest version that can be read, and the one that is written unless a file needs
 *     less; at least 1
 */
public record FileKind(String noun, String command, String format, int version) {
  static final String ENTRY = "format.json";

  /** The content of {@code format.json}. */
  ObjectNode node() {
    return node(version);
  }

  /** The content of {@code format.json} in a file that earlier versions can read. */
  ObjectNode node(int version) {
    return Json.object().put("format", format).put("version", version);
  }

  /**
   * A file that should be of this kind.
   *
   * @param name what messages call it
   */
  InputFile file(Path path, String name) {
    return new InputFile(path, name, noun, command);
  }

  /** Whether the file says that it is of this kind. */
  boolean isNamedBy(ZipReader zip) throws IOException {
    return zip.names().contains(ENTRY)
        && zip.json(ENTRY).required("format").text().equals(format);
  }

  /** Checks that the file is of this kind, and not newer than what is known here. */
  void require(ZipReader zip) throws IOException {
    if (!zip.names().contains(ENTRY)) {
      Optional<ForeignFormat> format = ForeignFormat.ofEntries(zip.names());
      if (format.isPresent()) {
        throw zip.file().foreign(format.get());
      }
      throw zip.file().foreign("it is a zip without the entry '" + ENTRY + "'");
    }
    JsonValue root = zip.json(ENTRY);
    String name = root.required("format").text();
    if (!name.equals(format)) {
      throw zip.file().foreign("its format is '%s', not '%s'".formatted(name, format));
    }
    JsonValue number = root.required("version");
    if (number.intValue() > version) {
      throw zip.file()
          .refused(
              String.format(
                  Locale.ROOT,
                  "it was written by a newer Plenum: its format has version %d, this Plenum knows versions up to %d",
                  number.intValue(),
                  version),
              "Update Plenum");
    }
    if (number.intValue() < 1) {
      throw number.expected("a version of at least 1");
    }
    root.object("format", "version");
  }
}
