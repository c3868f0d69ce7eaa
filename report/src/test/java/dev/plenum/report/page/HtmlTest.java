package dev.plenum.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textsAreEscaped() {
    assertEquals(
        "<p>a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; ü 😀</p>",
        Html.element("p", "a <b> & \"c\" 'd' ü 😀").toString());
  }

  @Test
  void attributesAreEscaped() {
    assertEquals(
        "<img alt=\"&quot;&gt;&lt;script&gt;\"/>",
        Html.tag("img").attribute("alt", "\"><script>").with().toString());
  }

  @Test
  void charactersThatNoDocumentMayHoldAreReplaced() {
    assertEquals(
        "a\ufffdb\ufffdc\ufffd\n\t", Html.text("a\u0000b\ud800c\uffff\n\t").toString());
  }

  @Test
  void anEmptyElementIsClosed() {
    assertEquals("<td></td>", Html.element("td").toString());
  }

  @Test
  void aStyleSheetCannotEndItsElement() {
    assertThrows(IllegalArgumentException.class, () -> Html.style("</style><script>"));
  }

  @Test
  void onlyAWholePictureIsTakenAsItIs() {
    assertEquals("<svg ><g/></svg>", Html.svg("<svg ><g/></svg>").toString());
    assertThrows(IllegalArgumentException.class, () -> Html.svg("<p>text</p>"));
    assertThrows(IllegalArgumentException.class, () -> Html.svg("<svg ></svg><script>"));
  }
}
