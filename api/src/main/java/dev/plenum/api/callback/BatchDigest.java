package dev.plenum.api.callback;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Training;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A digest over all batches that a training saw, in their order: two trainings that agree in it, on
 * whatever backends, were shown the same numbers. It is made for finding mistakes, not forgers:
 *
 * <pre>
 * digest ← SHA-256(digest, size, labels, CRC-32C(images))
 * </pre>
 *
 * for each batch, beginning with 32 zero bytes; whole numbers as int32, images as float32, all
 * little-endian. Cheap enough for every step.
 */
public final class BatchDigest implements Callback {
  private static final String DIGEST = "digest";
  private static final int SHA256_BYTES = 32;
  /** Small enough for the first cache. */
  private static final int CHUNK = 1 << 14;

  private final MessageDigest sha256 = newDigest();
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
  private final Remembered<byte[]> digest = new Remembered<>(() -> new byte[SHA256_BYTES]);

  /** The digest over no batches. */
  public BatchDigest() {}

  /** {@return the digest over the batches so far, in hexadecimal digits} */
  public String sha256() {
    return HexFormat.of().formatHex(digest.get());
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onTrainBegin(Training training) {
    digest.begin();
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    Batch batch = training.batch();
    ByteBuffer link = ByteBuffer.allocate(SHA256_BYTES + (2 + batch.size()) * Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(digest.get())
        .putInt(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      link.putInt(batch.labels()[i]);
    }
    link.putInt(checksum(batch.images(), batch.size() * batch.imageShape().size()));
    digest.set(sha256.digest(link.array()));
  }

  private int checksum(float[] values, int count) {
    CRC32C crc = new CRC32C();
    int room = CHUNK / Float.BYTES;
    for (int from = 0; from < count; from += room) {
      int length = Math.min(room, count - from);
      bytes.asFloatBuffer().put(values, from, length);
      crc.update(bytes.array(), 0, length * Float.BYTES);
    }
    return (int) crc.getValue();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The bytes as numbers 0 … 255: other floats do not survive every format bit by bit. */
  @Override
  public State state() {
    float[] values = new float[SHA256_BYTES];
    for (int i = 0; i < SHA256_BYTES; i++) {
      values[i] = digest.get()[i] & 0xff;
    }
    Tensor tensor = new Tensor(Shape.of(SHA256_BYTES), values);
    return new State(Map.of(), new NamedTensors(Map.of(DIGEST, tensor)));
  }

  @Override
  public void setState(State state) {
    float[] values = state.tensors().get(DIGEST).toArray();
    if (values.length != SHA256_BYTES) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a batch digest's state has %d values, found %d",
          SHA256_BYTES,
          values.length));
    }
    byte[] restored = new byte[SHA256_BYTES];
    for (int i = 0; i < SHA256_BYTES; i++) {
      restored[i] = (byte) (int) values[i];
    }
    digest.restore(restored);
  }
}
