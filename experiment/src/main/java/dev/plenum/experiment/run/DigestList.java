package dev.plenum.experiment.run;

import dev.plenum.api.data.Picture;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Digests by file name, as {@code sha256sum} prints and checks them. */
final class DigestList {
  private static final int DIGITS = 64;
  private static final String GAP = "  ";
  private static final int LONGEST = 1 << 30;

  private DigestList() {}

  /**
   * Writes those of pictures.
   *
   * @throws IOException if the file cannot be written
   */
  static void write(Path file, List<Picture> pictures, Function<Picture, String> digest)
      throws IOException {
    AtomicFiles.write(file, out -> {
      for (Picture picture : pictures) {
        out.write(line(picture.path(), digest.apply(picture)).getBytes(StandardCharsets.UTF_8));
      }
    });
  }

  private static String line(String name, String digest) {
    String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return (escaped.equals(name) ? "" : "\\") + digest + GAP + escaped + '\n';
  }

  /**
   * Reads them, in their order.
   *
   * @throws IOException if the file cannot be read, or is damaged
   */
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    for (String line : TextFile.read(file, LONGEST).lines().toList()) {
      boolean isEscaped = line.startsWith("\\");
      String plain = isEscaped ? line.substring(1) : line;
      if (!plain.matches("(?s)[0-9a-f]{64}  .+")) {
        throw new IOException(
            "%s is damaged: '%s' is not a digest and a name".formatted(file, line));
      }
      String name = plain.substring(DIGITS + GAP.length());
      digests.put(isEscaped ? unescaped(name) : name, plain.substring(0, DIGITS));
    }
    return digests;
  }

  private static String unescaped(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' && i + 1 < name.length()) {
        i++;
        c = switch (name.charAt(i)) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          default -> name.charAt(i);
        };
      }
      text.append(c);
    }
    return text.toString();
  }
}
