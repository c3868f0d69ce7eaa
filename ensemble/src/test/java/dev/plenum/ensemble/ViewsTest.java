package dev.plenum.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9})
  void theirNumberIsRead(int count) {
    assertEquals(new Views(count), Views.parse(String.valueOf(count)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "05", "", "five"})
  void anotherNumberIsRefused(String text) {
    assertEquals(
        "1, 5 or 9", Refusals.messageOf(IllegalArgumentException.class, () -> Views.parse(text)));
  }

  @Test
  void aResultIsNamedAfterThemWhereThereAreSeveral() {
    assertEquals("mnist", Views.ONE.named("mnist"));
    assertEquals("mnist, 5 views", new Views(5).named("mnist"));
  }
}
