package dev.plenum.api.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSettingsTest {
  @Test
  void severalNamesHaveTheirOwnSettings() {
    assertEquals(
        List.of(
            new NamedSettings("a", Map.of("x", "1", "y", "12:30")),
            new NamedSettings("b", Map.of()),
            new NamedSettings("c", Map.of("z", "u=v"))),
        NamedSettings.parse("a:x=1, y=12:30,b,c:z=u=v"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=1", "a:", "a:x", "a:=1", "a:x=", "a,,b", "a:x=1,x=2"})
  void whatHasNoNameOrNoValueIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> NamedSettings.parse(text));
  }
}
