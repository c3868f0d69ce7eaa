package dev.plenum.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "cat, 3",
    "Straße, 6",
    "e\u0301tude, 5",
    "猫と犬, 6",
    "ビール, 6",
    "고양이, 6",
    "ﾈｺ, 2",
    "Ａ, 2",
    "😀, 2",
    "קוף, 3",
    "'', 0"
  })
  void wideLettersTakeTwoAndAccentsNone(String text, int columns) {
    assertEquals(columns, Columns.of(text));
  }

  @Test
  void aTextIsCutBetweenLetters() {
    assertEquals("猫", Columns.first("猫と犬", 3));
    assertEquals("猫と", Columns.first("猫と犬", 4));
    assertEquals("", Columns.first("😀", 1));
    assertEquals("e\u0301", Columns.first("e\u0301tude", 1));
    assertEquals("", Columns.first("abc", -1));
    assertEquals("abc", Columns.first("abc", 80));
  }
}
