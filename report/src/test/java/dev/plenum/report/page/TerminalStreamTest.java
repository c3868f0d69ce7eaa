package dev.plenum.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TerminalStreamTest {
  private static final String EVIL =
      "a\u001b[2J\u009b1mb\rc\u0007\u202ed\u2066e\ud800f\u2028g\u007f";
  private static final String SHOWN =
      "a\\u001b[2J\\u009b1mb\\rc\\u0007\\u202ed\\u2066e\\ud800f\\u2028g\\u007f";

  private static String printed(Consumer<PrintStream> action) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = TerminalStream.of(new PrintStream(bytes, false, StandardCharsets.UTF_8));
    action.accept(stream);
    stream.flush();
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void nothingThatIsPrintedCommandsTheTerminal() {
    assertEquals(SHOWN + "\n", printed(out -> out.println(EVIL)));
    assertEquals(SHOWN + "\n", printed(out -> out.println((Object) EVIL)));
    assertEquals(SHOWN + "\n", printed(out -> out.println(EVIL.toCharArray())));
    assertEquals(SHOWN, printed(out -> out.print(EVIL)));
    assertEquals(SHOWN, printed(out -> out.print((Object) EVIL)));
    assertEquals(SHOWN + "1", printed(out -> out.printf(Locale.ROOT, "%s%d", EVIL, 1)));
    assertEquals(SHOWN, printed(out -> out.append(EVIL)));
    assertEquals("\\u001b", printed(out -> out.print('\u001b')));
  }

  @Test
  void aLineStaysOneLineAndATextKeepsItsLines() {
    assertEquals("a\\n\\tb\nc\n", printed(out -> {
      out.println("a\n\tb");
      out.println("c");
    }));
    assertEquals("a\n\tb", printed(out -> out.print("a\n\tb")));
  }

  @Test
  void lettersOfEveryScriptStayAsTheyAre() {
    String text = "Grüße, сеть, شبكة, नेटवर्क, 网络, 👩‍🔬, می‌خواهم: {\"a\\\\b\"}";
    assertEquals(text + "\n", printed(out -> out.println(text)));
  }

  @Test
  void whatIsMeantForTheTerminalGoesBehind() {
    assertEquals("\r\u001b[K", printed(out -> TerminalStream.behind(out).print("\r\u001b[K")));
  }
}
