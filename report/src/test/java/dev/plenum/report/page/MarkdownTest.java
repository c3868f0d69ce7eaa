package dev.plenum.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "simple-conv",
        "net_1",
        "p < 0.001 (exact)",
        "0.9912 ± 0.0003",
        "+0.12 (-0.10 to +0.34)",
        "2 of 3: failed",
        "1.5",
        "A & B, 95 % {x} \"y\" 'z' – ¡Olé!"
      })
  void whatMeansNothingStaysAsItIs(String text) {
    assertEquals(text, Markdown.text(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '"',
      value = {
        "<img src=x onerror=alert(1)> → \\<img src=x onerror=alert(1)>",
        "</td><!-- → \\</td>\\<!--",
        "&lt;b&#62; → \\&lt;b\\&\\#62;",
        "[click](http://evil.example) → \\[click\\](http\\://evil.example)",
        "www.evil.example → www\\.evil.example",
        "a|b\\c → a\\|b\\\\c",
        "**bold** _it_ `code` ~~no~~ → \\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~",
        "@someone #12 → \\@someone \\#12",
        "- item → \\- item",
        "+ item → \\+ item",
        "1. item → 1\\. item",
        ">quote → \\>quote",
      })
  void whatWouldMeanSomethingIsEscaped(String text, String expected) {
    assertEquals(expected, Markdown.text(text));
  }

  @Test
  void aTextIsOneLineWithoutControlCharacters() {
    assertEquals("a b\\\\u001b\\\\r", Markdown.text("a\nb\u001b\r"));
  }

  @Test
  void codeCanHaveBackticks() {
    assertEquals("`plenum train`", Markdown.code("plenum train"));
    assertEquals("``` a``b` ```", Markdown.code("a``b`"));
  }
}
