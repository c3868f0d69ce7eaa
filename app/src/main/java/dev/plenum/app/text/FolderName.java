package dev.plenum.app.text;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
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

  /** The name for one name or several, with hyphens between them. */
  public static String of(String... names) {
    List<String> all = List.of(names);
    boolean isPlain = all.stream().allMatch(FolderName::isPlain)
        && all.subList(0, all.size() - 1).stream().noneMatch(name -> name.contains(JOINT));
    return isPlain ? String.join(JOINT, all) : readable(all) + DIGEST + digest(all);
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
    Hasher hasher = Hashing.sha256().newHasher();
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      hasher.putInt(bytes.length).putBytes(bytes);
    }
    return hasher.hash().toString().substring(0, DIGITS);
  }
}
