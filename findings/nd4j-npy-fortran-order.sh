#!/usr/bin/env bash
# ND4J reads NumPy's files of arrays in Fortran order with their values in other places.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      ND4J 1.0.0-M2.1; a file as np.save writes np.asfortranarray([[1, 2, 3], [4, 5, 6]]).
Expected:  [[1, 2, 3], [4, 5, 6]]
Behaviour: the values are in other places, without an error; in C order they are where they should be.
END
nd4j
cat >Main.java <<'END'
import java.nio.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import org.nd4j.linalg.factory.Nd4j;

class Main {
  /** NumPy's format 1.0: magic, length of the header, the header padded to 128 bytes, the values. */
  static Path npy(String fortranOrder, float... values) throws Exception {
    String header = "{'descr': '<f4', 'fortran_order': " + fortranOrder + ", 'shape': (2, 3), }";
    ByteBuffer file = ByteBuffer.allocate(128 + 24).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes()).put((byte) 1).put((byte) 0).putShort((short) 118);
    file.put(String.format("%-117s\n", header).getBytes(StandardCharsets.US_ASCII));
    for (float value : values) file.putFloat(value);
    return Files.write(Path.of(fortranOrder + ".npy"), file.array());
  }

  static void read(String order, Path file) {
    System.out.println(order + ": " + Nd4j.createFromNpyFile(file.toFile()).toStringFull().replaceAll("\\s+", " "));
  }

  public static void main(String[] args) throws Exception {
    read("C order", npy("False", 1, 2, 3, 4, 5, 6));
    read("Fortran order", npy("True", 1, 4, 2, 5, 3, 6));
  }
}
END
sees runs <<'END'
C order: [[ 1, 2, 3], [ 4, 5, 6]]
Fortran order: [[ 1, 4, 2], [ 5, 3, 6]]
END
