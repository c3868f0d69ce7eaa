package dev.plenum.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.plenum.app.config.Settings;
import org.slf4j.LoggerFactory;

/** How much is logged. */
final class Logging {
  private Logging() {}

  /** From now on logs details too, of Plenum and its engines; first of all the settings. */
  static void showDetails(Settings settings) {
    if (LoggerFactory.getLogger("org.nd4j") instanceof Logger nd4j) {
      nd4j.setLevel(Level.DEBUG);
    }
    if (LoggerFactory.getLogger("dev.plenum") instanceof Logger plenum) {
      plenum.setLevel(Level.DEBUG);
      settings
          .values()
          .forEach((key, value) ->
              plenum.debug("{} = {} ({})", key.key(), value.text(), value.origin()));
    }
  }
}
