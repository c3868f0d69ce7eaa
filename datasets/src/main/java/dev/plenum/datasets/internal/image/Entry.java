package dev.plenum.datasets.internal.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder in a folder.
 *
 * @param path where it is
 * @param name its name in UTF-8, composed (NFC), whatever locale Java runs in and whatever the system
 *     makes of umlauts
 * @param isText whether the name on the disk is valid UTF-8; if not, {@code name} is only like it
 */
record Entry(Path path, String name, boolean isText) {

  static Entry of(Path path) {
    String shown = String.valueOf(path.getFileName());
    byte[] bytes = shown.chars().allMatch(c -> c < 0x80) ? null : bytesOfName(path);
    if (bytes == null) {
      return new Entry(path, composed(shown), true);
    }
    try {
      String name =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Entry(path, composed(name), true);
    } catch (CharacterCodingException e) {
      return new Entry(path, shown, false);
    }
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /**
   * The bytes on the disk, which a {@link Path} keeps but shows only by way of its URI: its text went
   * through the locale's charset. Null where paths have no bytes.
   */
  private static byte @Nullable [] bytesOfName(Path path) {
    String uri = path.toUri().getRawPath();
    if (uri == null) {
      return null;
    }
    String whole = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    String name = whole.substring(whole.lastIndexOf('/') + 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '%') {
        bytes.write(Integer.parseInt(name, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.writeBytes(name.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
