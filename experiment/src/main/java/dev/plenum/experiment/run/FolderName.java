package dev.plenum.experiment.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The beginning of a folder's name, made of names that may hold anything. Other names give another
 * one, also where letters are not told apart by their case. Plain names stay as they are; the others
 * have what any file system can hold, and a digest.
 */
public final class FolderName {
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,58}[a-z0-9])?");
  /** Devices of Windows, with whatever ending. */
  private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9_-]");
  private static final int LONGEST_PART = 60;
  private static final int DIGITS = 12;
  private static final String JOINT = "-";
  /** In no plain name. */
  private static final String DIGEST = "+";

  private FolderName() {}

  /**
   * {@return the name for one name or several, with hyphens between them}
   *
   * @param names at least one
   */
  public static String of(String... names) {
    List<String> all = List.of(names);
    boolean isPlain = all.stream().allMatch(FolderName::isPlain)
        && all.subList(0, all.size() - 1).stream().noneMatch(name -> name.contains(JOINT));
    return isPlain ? String.join(JOINT, all) : readable(all) + DIGEST + digest(all);
  }

  /**
   * {@return the folder of a name, or with -2, -3 … behind it: the first that is not there}
   *
   * @param parent where it is to lie; need not be there
   * @param name what it is called if that is not taken
   */
  public static Path unused(Path parent, String name) {
    Path folder = parent.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = parent.resolve(name + "-" + i);
    }
    return folder;
  }

  private static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches() && !DEVICE.matcher(name).matches();
  }

  private static String readable(List<String> names) {
    return names.stream()
        .map(name -> UNUSUAL.matcher(name).replaceAll("_"))
        .map(name -> name.substring(0, Math.min(LONGEST_PART, name.length())))
        .collect(Collectors.joining(JOINT));
  }

  private static String digest(List<String> names) {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      sha256.update(ByteBuffer.allocate(Integer.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(bytes.length)
          .array());
      sha256.update(bytes);
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGITS);
  }
}
