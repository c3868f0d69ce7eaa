#!/usr/bin/env bash
# TensorFlow for Java cannot iterate over its own dataset of TFRecord files.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      tensorflow-framework 1.1.0 for Java (TensorFlow 2.18), eager mode; a TFRecord file with the one
           record "digit", whose checksums are right.
Expected:  Dataset.tfRecordDataset gives the record.
Behaviour: no file can be read: the class gives the operation three inputs, and it has four.
END
maven org.tensorflow:tensorflow-framework:1.1.0 org.tensorflow:tensorflow-core-api:1.1.0 \
  org.tensorflow:tensorflow-core-native:1.1.0:linux-x86_64
cat >Main.java <<'END'
import java.nio.*;
import java.nio.file.*;
import java.util.zip.CRC32C;
import org.tensorflow.*;
import org.tensorflow.framework.data.Dataset;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TString;

class Main {
  static int masked(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int value = (int) crc.getValue();
    return (value >>> 15 | value << 17) + 0xa282ead8;
  }

  static Path records(String record) throws Exception {
    byte[] data = record.getBytes();
    byte[] length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
    ByteBuffer file = ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    file.put(length).putInt(masked(length)).put(data).putInt(masked(data));
    return Files.write(Path.of("one.tfrecord"), file.array());
  }

  public static void main(String[] args) throws Exception {
    String file = records("digit").toString();
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      try {
        for (var value : Dataset.tfRecordDataset(tf, file, "", 0L)) {
          System.out.println("the class: " + ((TString) value.get(0).asTensor()).getObject());
        }
      } catch (RuntimeException e) {
        System.out.println("the class: " + e.getMessage().replaceAll("\\s+", " "));
      }
    }
  }
}
END
sees runs <<'END'
the class: AddDataset: Failed to build TFRecordDatasetV2 op with error 3 inputs specified of 4 inputs in Op while building NodeDef 'TFRecordDatasetV2/_3' using Op<name=TFRecordDatasetV2; signature=filenames:string, compression_type:string, buffer_size:int64, byte_offsets:int64 -> handle:variant; attr=metadata:string,default=""; is_stateful=true>
END
