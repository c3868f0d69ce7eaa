package dev.plenum.app.fuzz;

import dev.plenum.datasets.Datasets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/** SVHN's MATLAB files, compressed and not, with damage in headers, shapes and data. */
final class MatlabTarget implements Target {
  private static final int IMAGES = 12;

  private final byte[] plain;
  private final byte[] compressed;

  MatlabTarget() throws IOException {
    Matrix images = Mat5.newMatrix(new int[] {4, 4, 3, IMAGES}, MatlabType.UInt8);
    for (int i = 0; i < images.getNumElements(); i++) {
      images.setByte(i, (byte) (i * 7));
    }
    Matrix labels = Mat5.newMatrix(IMAGES, 1);
    for (int i = 0; i < IMAGES; i++) {
      labels.setDouble(i, 1 + i % 10);
    }
    MatFile file = Mat5.newMatFile().addArray("X", images).addArray("y", labels);
    plain = bytes(file, Deflater.NO_COMPRESSION);
    compressed = bytes(file, Deflater.BEST_SPEED);
  }

  private static byte[] bytes(MatFile file, int level) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(1 << 16);
    try (Sink sink = Sinks.wrap(out)) {
      Mat5.newWriter(sink).setDeflateLevel(level).writeMat(file);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  @Override
  public String name() {
    return "MATLAB files";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    byte[] bytes = Damage.of(chance.oneIn(3) ? compressed : plain, chance);
    Datasets.open(Files.write(folder.resolve("train_32x32.mat"), bytes)).load();
  }
}
