package dev.plenum.datasets.format;

import dev.plenum.datasets.DatasetFormat;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.internal.cifar.CifarFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder of the binary version of CIFAR-10 ({@code data_batch_1.bin} …, {@code test_batch.bin}, {@code
 * batches.meta.txt}) or CIFAR-100 ({@code train.bin}, {@code test.bin}, {@code fine_label_names.txt}).
 */
public final class CifarFormat implements DatasetFormat {
  @Override
  public String description() {
    return "a folder of the binary version of CIFAR-10 or CIFAR-100";
  }

  @Override
  public boolean recognizes(Path path) throws IOException {
    return CifarFiles.areIn(path);
  }

  @Override
  public DatasetSource open(Path path) {
    return new PartedSource("CIFAR's binary version", path, CifarFiles::read);
  }
}
