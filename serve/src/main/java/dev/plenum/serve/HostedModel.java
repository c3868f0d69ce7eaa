package dev.plenum.serve;

import dev.plenum.predictor.Predictor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A model that is served, and whose file may change meanwhile. */
final class HostedModel implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HostedModel.class.getName());

  /**
   * A file that was read.
   *
   * @param sha256 of its bytes, in hexadecimal digits
   */
  record Loaded(String sha256, Instant at) {}

  private final String name;
  private final Path file;
  private final long maxPixels;
  private final boolean isInverted;
  private final Predictor predictor;
  private volatile Loaded loaded;
  private FileStamp used; // of what is served, or what was refused
  private FileStamp seen; // at the last look

  private HostedModel(ModelSource source, Predictor predictor, Loaded loaded, FileStamp stamp) {
    this.name = source.name();
    this.file = source.options().file();
    this.maxPixels = source.options().maxPixels();
    this.isInverted = source.options().isInverted();
    this.predictor = predictor;
    this.loaded = loaded;
    this.used = stamp;
    this.seen = stamp;
  }

  /** Reads the file; see {@link dev.plenum.predictor.PredictorOptions#open} for what it throws. */
  static HostedModel open(ModelSource source) throws IOException {
    Path file = source.options().file();
    Predictor predictor = source.open();
    try {
      return new HostedModel(source, predictor, loaded(file), FileStamp.of(file));
    } catch (IOException | RuntimeException e) {
      predictor.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  /** How many pixels a picture may have at most. */
  long maxPixels() {
    return maxPixels;
  }

  /** Whether dark and light are exchanged in pictures that are prepared as usual. */
  boolean isInverted() {
    return isInverted;
  }

  Predictor predictor() {
    return predictor;
  }

  Loaded loaded() {
    return loaded;
  }

  /**
   * Takes another file of the same name, when it has stopped growing. If it cannot be used, the model
   * that is there stays.
   */
  synchronized void reloadIfChanged() {
    try {
      FileStamp now = FileStamp.of(file);
      boolean isSettled = now.equals(seen);
      seen = now;
      if (isSettled && !now.equals(used)) {
        used = now;
        predictor.replace(file);
        loaded = loaded(file);
        LOG.log(System.Logger.Level.INFO, "the model {0} was replaced by its new file", name);
      }
    } catch (IOException | RuntimeException e) {
      tellOfRefusal(String.valueOf(e.getMessage()));
    } catch (Error e) { // too large for the memory, perhaps: other models can still be replaced
      tellOfRefusal(e.toString());
    }
  }

  private void tellOfRefusal(String reason) {
    LOG.log(
        System.Logger.Level.WARNING,
        "the file of the model {0} changed and cannot be used; the one before stays in service: {1}",
        name,
        reason);
  }

  private static Loaded loaded(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
      return new Loaded(HexFormat.of().formatHex(digest.digest()), Instant.now());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  @Override
  public void close() {
    predictor.close();
  }
}
