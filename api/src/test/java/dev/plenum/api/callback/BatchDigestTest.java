package dev.plenum.api.callback;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class BatchDigestTest {
  private static final String NOTHING = "00".repeat(32);

  private static String digest(Dataset dataset, Fit fit) {
    BatchDigest digest = new BatchDigest();
    new ScriptedModel().fit(dataset, fit.callbacks(digest));
    return digest.sha256();
  }

  @Test
  void isTheChainThatItsDocumentationDescribes() throws NoSuchAlgorithmException {
    // One image (pixels 0 and 200) of class 0 in a batch of its own; two epochs.
    Dataset dataset = new Dataset(
        NumberedImages.SHAPE, new byte[] {0, (byte) 200}, new int[1], List.of("a", "b", "c"));
    CRC32C crc = new CRC32C();
    crc.update(little(8).putFloat(0f).putFloat(200 / 255f).flip());
    byte[] expected = new byte[32];
    for (int epoch = 0; epoch < 2; epoch++) {
      MessageDigest link = MessageDigest.getInstance("SHA-256");
      link.update(expected);
      link.update(little(12).putInt(1).putInt(0).putInt((int) crc.getValue()).flip());
      expected = link.digest();
    }
    assertEquals(
        HexFormat.of().formatHex(expected), digest(dataset, Fit.epochs(2).batchSize(1)));
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void theSameTrainingHasTheSameDigest() {
    Fit fit = Fit.epochs(3).batchSize(4);
    assertEquals(digest(ScriptedModel.TRAIN, fit), digest(ScriptedModel.TRAIN, fit));
    assertNotEquals(NOTHING, digest(ScriptedModel.TRAIN, fit));
  }

  @Test
  void anotherBatchSizeOrNumberOfEpochsHasAnotherDigest() {
    String digest = digest(ScriptedModel.TRAIN, Fit.epochs(3).batchSize(4));
    assertNotEquals(digest, digest(ScriptedModel.TRAIN, Fit.epochs(3).batchSize(5)));
    assertNotEquals(digest, digest(ScriptedModel.TRAIN, Fit.epochs(2).batchSize(4)));
  }

  @Test
  void oneBitOfOnePixelOrOneLabelChangesIt() {
    Shape shape = Shape.of(100, 100, 2); // longer than one chunk
    Dataset zeros = new Dataset(shape, new byte[20_000], new int[1], List.of("a", "b", "c"));
    Dataset labelled = new Dataset(shape, new byte[20_000], new int[] {1}, List.of("a", "b", "c"));
    String digest = digestOf(zeros);
    assertNotEquals(digest, digestOf(labelled));
    for (int pixel : new int[] {0, 4095, 4096, 19_999}) {
      ImageTransform tiny = (source, target, offset, ignored, random) -> {
        System.arraycopy(source, 0, target, offset, source.length);
        target[offset + pixel] = Float.MIN_VALUE;
      };
      assertNotEquals(digest, digestOf(zeros.normalised(tiny)));
    }
  }

  private static String digestOf(Dataset dataset) {
    BatchDigest digest = new BatchDigest();
    Batch batch = new Batch(dataset.imageShape(), 1);
    batch.load(dataset, new int[1], 0, 1);
    digest.onTrainBatchEnd(new OneBatch(batch), 0, new BatchResult(0, 0, 1));
    return digest.sha256();
  }

  /** A training without a model, which would have to fit the images. */
  private record OneBatch(Batch batch) implements Training {
    @Override
    public Model model() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Fit fit() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int stepsPerEpoch() {
      return 1;
    }

    @Override
    public TrainingPosition position() {
      return TrainingPosition.START;
    }

    @Override
    public void stop() {}
  }

  @Test
  void anotherTrainingBeginsAfresh() {
    BatchDigest digest = new BatchDigest();
    assertEquals(NOTHING, digest.sha256());
    Fit fit = Fit.epochs(1).callbacks(digest);
    new ScriptedModel().fit(ScriptedModel.TRAIN, fit);
    String first = digest.sha256();
    new ScriptedModel().fit(ScriptedModel.TRAIN, fit);
    assertEquals(first, digest.sha256());
  }

  @Test
  void anInterruptedTrainingEndsWithTheSameDigest() {
    ExactResume.assertExact(new double[] {1, 2, 3}, BatchDigest::new);
  }

  @Test
  void aForeignStateIsRefused() {
    BatchDigest digest = new BatchDigest();
    assertRefused(() -> digest.setState(Callback.State.NONE), "'digest'");
    Tensor tensor = new Tensor(Shape.of(3), new float[3]);
    Callback.State state = new Callback.State(Map.of(), new NamedTensors(Map.of("digest", tensor)));
    assertRefused(() -> digest.setState(state), "32 values, found 3");
  }
}
