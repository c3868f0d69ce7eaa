package dev.plenum.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FolderNameTest {
  private static final List<String> NAMES = List.of(
      "net 1",
      "net_1",
      "Net_1",
      "net-1",
      "net.1",
      "net.1.",
      "net\n1",
      "net/1",
      "net:1",
      "сеть",
      "сетъ",
      "网络",
      "شبكة",
      "net\u0131",
      "neti",
      "netİ",
      "NETI",
      "ü",
      "u\u0308",
      "",
      ".",
      "..",
      " ",
      "_",
      "-",
      "con",
      "nul.x",
      "nul_x",
      "x".repeat(60),
      "x".repeat(61),
      "x".repeat(300),
      "a",
      "b",
      "a-b",
      "b-c",
      "A",
      "net-1-seed1",
      "net_1-eb85464f32cc",
      "com1",
      "١",
      "1");

  @Test
  void plainNamesStayAsTheyAre() {
    assertEquals("purejava-simple-conv", FolderName.of("purejava", "simple-conv"));
    assertEquals("dl4j-net_1", FolderName.of("dl4j", "net_1"));
    assertEquals("v1.5", FolderName.of("v1.5"));
  }

  @Test
  void otherNamesStayReadableAndHaveADigest() {
    assertEquals("purejava-net_1+eb85464f32cc", FolderName.of("purejava", "net 1"));
    assertEquals("____+", FolderName.of("сеть").substring(0, 5));
  }

  @Test
  void noTwoPairsOfNamesHaveOneFolderEvenWhereCaseDoesNotCount() {
    Set<String> folders = new HashSet<>();
    for (String first : NAMES) {
      for (String second : NAMES) {
        String folder = FolderName.of(first, second);
        assertTrue(folders.add(folder.toLowerCase(Locale.ROOT)), first + "|" + second);
      }
    }
  }

  @Test
  void everyFileSystemCanHoldThem() {
    for (String name : NAMES) {
      String folder = FolderName.of(name, name);
      assertTrue(folder.matches("[A-Za-z0-9_-][A-Za-z0-9.+_-]*[A-Za-z0-9]"), folder);
      assertTrue(folder.length() < 150, folder);
      assertTrue(!folder.matches("(?i)(con|nul|com1)(\\..*)?"), folder);
    }
  }
}
