package dev.plenum.api.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
  private static final List<String> OPTIONS = List.of(
      "--seed", "--split-seed", "--epochs", "--threads", "--validation", "--batch-size", "--out");

  @ParameterizedTest
  @CsvSource({
    "--sed,--seed",
    "--seeds,--seed",
    "--epohcs,--epochs",
    "--splitseed,--split-seed",
    "--thraeds,--threads",
    "--valdiatoin,--validation",
    "--batch,--batch-size",
    "--epochs-max,--epochs",
    "-epochs,--epochs",
    "--uot,--out"
  })
  void theNameWithTheFewestEditsIsTheNearest(String found, String nearest) {
    assertEquals(Optional.of(nearest), Nearest.to(found, OPTIONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rotation", "--shear", "--zoom", "--x", "--fill-mode", "--"})
  void nothingIsOfferedWhereNothingIsNear(String found) {
    assertEquals(Optional.empty(), Nearest.to(found, OPTIONS));
  }

  @Test
  void whatAllBeginWithCountsForNothing() {
    List<String> variables = List.of("PLENUM_SEED", "PLENUM_EPOCHS");
    assertEquals(Optional.of("PLENUM_SEED"), Nearest.to("PLENUM_SEDE", variables));
    assertEquals(Optional.empty(), Nearest.to("PLENUM_PORT", variables));
    assertEquals(Optional.empty(), Nearest.to("x", List.of()));
  }
}
