package dev.plenum.persistence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that hold several models and what they are to one another: one zip with {@code format.json},
 * a description in JSON, and a {@link ModelFile} for each model. The same content always gives the
 * same bytes.
 *
 * @param kind the kind of the file
 * @param descriptionEntry the name of the description's entry: {@code committee.json}
 */
public record ModelBundle(FileKind kind, String descriptionEntry) {
  private static final int CHUNK = 1 << 16;

  /**
   * Makes something of what a file holds.
   *
   * @param <T> what is made
   */
  @FunctionalInterface
  public interface Interpreter<T> {
    /**
     * Makes it.
     *
     * @param description complains of itself with the place in it
     * @param models by the names of their entries, in the file's order
     * @return what the caller of {@link ModelBundle#read} gets
     * @throws IllegalArgumentException if description and models do not fit
     */
    T interpret(JsonValue description, Map<String, SavedModel> models);
  }

  /**
   * Writes a file, atomically.
   *
   * @param file replaced if it is there
   * @param description what the models are to one another
   * @param models by the names of their entries: {@code members/1.plenum}
   * @throws IOException if it cannot be written, see {@link AtomicFiles}
   */
  public void write(Path file, JsonObject description, Map<String, SavedModel> models)
      throws IOException {
    Map<String, AtomicFiles.Content> entries = new LinkedHashMap<>();
    entries.put(FileKind.ENTRY, ZipWriter.text(Json.pretty(kind.node())));
    entries.put(descriptionEntry, ZipWriter.text(description.toString()));
    models.forEach((name, model) -> entries.put(name, ModelFile.content(model)));
    AtomicFiles.write(file, out -> ZipWriter.write(out, entries));
  }

  /**
   * {@return whether a file says that it is of this kind; no, if it says nothing that can be read}
   *
   * @param file a file with any content
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public boolean isWrittenIn(Path file) throws IOException {
    try (ZipReader zip = new ZipReader(kind.file(file, file.toString()))) {
      return kind.isNamedBy(zip);
    } catch (InvalidModelFileException | InvalidJsonException e) {
      return false;
    }
  }

  /**
   * Reads a file.
   *
   * @param <T> what the file becomes
   * @param file must be of this kind
   * @param interpreter makes something of the description and the models
   * @return what the interpreter makes of it
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws InvalidModelFileException if it is of another kind, is damaged, was written by a newer
   *     version, or the interpreter refuses it
   * @throws IOException if it cannot be read
   */
  public <T> T read(Path file, Interpreter<T> interpreter) throws IOException {
    try (ZipReader zip = new ZipReader(kind.file(file, file.toString()))) {
      try {
        kind.require(zip);
        JsonValue description = zip.json(descriptionEntry);
        return interpreter.interpret(description, models(file, zip));
      } catch (InvalidJsonException e) {
        throw zip.file().damaged(String.valueOf(e.getMessage()), e);
      } catch (IllegalArgumentException e) {
        throw zip.file().damaged("its entries do not fit together: " + e.getMessage(), e);
      }
    }
  }

  private Map<String, SavedModel> models(Path file, ZipReader zip) throws IOException {
    zip.file().requireMemory("models", zip.bytes());
    Map<String, SavedModel> models = new LinkedHashMap<>();
    long held = 0;
    for (String entry : zip.names()) {
      if (!entry.equals(FileKind.ENTRY) && !entry.equals(descriptionEntry)) {
        SavedModel model = model(zip, entry, "%s: its entry '%s'".formatted(file, entry), held);
        held += ModelFileReader.tensorBytes(model);
        models.put(entry, model);
      }
    }
    return models;
  }

  /** By way of a temporary file, because a zip is read from its end. */
  private static SavedModel model(ZipReader zip, String entry, String shownName, long bytesHeld)
      throws IOException {
    Path temporary = temporary(shownName);
    try {
      try (OutputStream out = Files.newOutputStream(temporary)) {
        zip.read(entry, Runtime.getRuntime().maxMemory(), (in, size) -> copy(in, out, size));
      }
      return ModelFile.read(temporary, shownName, bytesHeld);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Path temporary(String shownName) throws IOException {
    try {
      return TemporaryFiles.create(".plenum");
    } catch (IOException e) {
      throw new IOException(shownName + " could not be read: " + e.getMessage(), e);
    }
  }

  /** No more than these bytes, whatever the stream has. */
  private static long copy(InputStream in, OutputStream out, long size) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long left = size;
    while (left > 0) {
      int count = in.read(chunk, 0, (int) Math.min(left, CHUNK));
      if (count < 0) {
        throw new EOFException();
      }
      out.write(chunk, 0, count);
      left -= count;
    }
    return size;
  }
}
