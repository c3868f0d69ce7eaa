package dev.plenum.app.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small pictures of every kind that can be read. */
final class Pictures {
  private static final int HEIGHT = 9;
  private static final int WIDTH = 11;

  private Pictures() {}

  static List<byte[]> all() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (int type : new int[] {
      BufferedImage.TYPE_BYTE_GRAY,
      BufferedImage.TYPE_3BYTE_BGR,
      BufferedImage.TYPE_4BYTE_ABGR,
      BufferedImage.TYPE_BYTE_INDEXED,
      BufferedImage.TYPE_BYTE_BINARY,
      BufferedImage.TYPE_USHORT_GRAY
    }) {
      all.addAll(of(type));
    }
    return all;
  }

  private static List<byte[]> of(int type) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.setRGB(i % WIDTH, i / WIDTH, 0xff000000 | i * 0x010203);
    }
    List<byte[]> files = new ArrayList<>();
    for (String format : List.of("png", "gif", "jpg", "bmp")) {
      ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
      if (writer
          .getOriginatingProvider()
          .canEncodeImage(ImageTypeSpecifier.createFromRenderedImage(image))) {
        files.add(encoded(writer, image, false));
        files.add(encoded(writer, image, true));
      }
      writer.dispose();
    }
    return files;
  }

  private static byte[] encoded(ImageWriter writer, BufferedImage image, boolean progressive)
      throws IOException {
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (progressive && param.canWriteProgressive()) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    return bytes.toByteArray();
  }
}
