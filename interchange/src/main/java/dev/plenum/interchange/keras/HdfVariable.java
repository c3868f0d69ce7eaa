package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import io.jhdf.Constants;
import io.jhdf.ObjectHeader;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads variables: floating-point numbers, stored as Keras does (contiguous) or as h5py can (chunked). */
final class HdfVariable {
  private HdfVariable() {}

  static Tensor read(HdfBytes file, ObjectHeader header, String path, Shape shape) {
    if (!header.hasMessageOfType(DataSpaceMessage.class)) {
      throw new InvalidHdfException("'%s' is not a variable but a group".formatted(path));
    }
    requireShape(header, path, shape);
    HdfFloats type = HdfFloats.of(header, path);
    // The bytes come first: how many values there are is only known to be true then.
    ByteBuffer bytes = bytes(file, header, path, shape, type.bytes());
    return new Tensor(shape, type.read(bytes, shape.size()));
  }

  private static ByteBuffer bytes(
      HdfBytes file, ObjectHeader header, String path, Shape shape, int elementBytes) {
    long length = (long) elementBytes * shape.size();
    DataLayoutMessage layout = header.getMessageOfType(DataLayoutMessage.class);
    if (layout instanceof ContiguousDataLayoutMessage place) {
      if (place.getAddress() == Constants.UNDEFINED_ADDRESS) {
        throw new InvalidHdfException("'%s' has no values: none were written".formatted(path));
      }
      return file.data(place.getAddress(), length);
    }
    if (layout instanceof CompactDataLayoutMessage inHeader) {
      return inHeader.getDataBuffer().slice(0, (int) length);
    }
    if (layout instanceof ChunkedDataLayoutMessage chunked) {
      return new HdfChunks(file, path, shape, elementBytes)
          .read(chunked, HdfFilters.of(header, path));
    }
    throw new InvalidHdfException(
        "'%s' is stored as only the newest HDF5 does: write the file with h5py's defaults"
            .formatted(path));
  }

  private static void requireShape(ObjectHeader header, String path, Shape shape) {
    long[] found =
        header.getMessageOfType(DataSpaceMessage.class).getDataSpace().getDimensionsAsLong();
    long[] needed = shape.dimensions().stream().mapToLong(size -> size).toArray();
    if (!Arrays.equals(found, needed)) {
      throw new InvalidHdfException("'%s' must have the shape %s, found %s"
          .formatted(path, Arrays.toString(needed), Arrays.toString(found)));
    }
  }
}
