package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What commands leave, without what no two runs have in common: when, how long and how fast. */
final class WithoutTimes {
  private static final Pattern MEASURED = Pattern.compile(
      " *\"(command|commandLine|started|created|seconds|startupSeconds|trainSeconds|samplesPerSecond"
          + "|peakMemoryBytes|latency\\w+|inferenceImagesPerSecond)\".*");
  private static final Pattern TIME = Pattern.compile("\\d[\\d,.]* (s|min|h|images/s)\\b"
      + "|\\d{1,2} \\p{Alpha}+ \\d{4}, \\d\\d:\\d\\d UTC|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  private WithoutTimes() {}

  /** What a command has printed. */
  static String text(String text) {
    requirePlainDigits(text);
    return TIME.matcher(text).replaceAll("TIME").replaceAll(" +", " ");
  }

  /** A file, or all in a folder, by name. */
  static Map<String, String> files(Path root, Path place) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        requirePlainDigits(name);
        contents.put(name, content(name, Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static String content(String name, byte[] bytes) throws IOException {
    if (name.endsWith(".plenum")) {
      return zip(bytes);
    }
    if (name.matches(".*\\.(json|conf|html|md|log)")) {
      String all = new String(bytes, StandardCharsets.UTF_8);
      return text(all.lines()
          .filter(line -> !MEASURED.matcher(line).matches())
          .collect(Collectors.joining("\n")));
    }
    if (name.endsWith("history.csv")) {
      String all = new String(bytes, StandardCharsets.UTF_8);
      return text(all).replaceAll("(?m),[^,]*$", "");
    }
    return Hashing.sha256().hashBytes(bytes).toString();
  }

  private static String zip(byte[] bytes) throws IOException {
    StringBuilder entries = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.append(entry).append('\n').append(content(entry.getName(), zip.readAllBytes()));
      }
    }
    return entries.toString();
  }

  private static void requirePlainDigits(String text) {
    assertFalse(text.codePoints().anyMatch(c -> c > 127 && Character.isDigit(c)), text);
  }
}
