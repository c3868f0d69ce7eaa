package dev.plenum.api.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RememberedTest {
  private final Remembered<String> memory = new Remembered<>(() -> "fresh");

  @Test
  void everyTrainingBeginsAfresh() {
    assertEquals("fresh", memory.get());
    memory.begin();
    memory.set("used");
    assertEquals("used", memory.get());
    memory.begin();
    assertEquals("fresh", memory.get());
  }

  @Test
  void whatWasRestoredIsForTheNextTrainingOnly() {
    memory.begin();
    memory.restore("restored");
    assertEquals("restored", memory.get());
    memory.begin();
    assertEquals("restored", memory.get());
    memory.set("used");
    memory.begin();
    assertEquals("fresh", memory.get());
  }
}
