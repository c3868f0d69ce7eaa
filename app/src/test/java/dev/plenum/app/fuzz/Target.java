package dev.plenum.app.fuzz;

import java.io.IOException;
import java.nio.file.Path;

/** A kind of input, and what reads it. */
interface Target {

  /** What it is, for the report. */
  String name();

  /**
   * Writes damaged files and reads them.
   *
   * @param folder empty; nothing but these files may be left in it
   * @throws IOException if they were refused, as they should be; the message names the file
   */
  void attempt(Path folder, Chance chance) throws IOException;
}
