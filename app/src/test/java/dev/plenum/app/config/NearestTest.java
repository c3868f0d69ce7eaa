package dev.plenum.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void theNameWithTheFewestEditsIsTheNearest() {
    List<String> known = List.of("seed", "split-seed", "epochs", "threads");
    assertEquals("seed", Nearest.to("sed", known));
    assertEquals("seed", Nearest.to("seeds", known));
    assertEquals("epochs", Nearest.to("epohcs", known));
    assertEquals("split-seed", Nearest.to("splitseed", known));
    assertEquals("threads", Nearest.to("thraeds", known));
  }
}
