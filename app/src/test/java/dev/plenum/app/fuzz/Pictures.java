package dev.plenum.app.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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

  /** Lossless, lossy, with transparency, and an animation; the JDK writes none. */
  private static final List<String> WEBP = List.of(
      "UklGRjQAAABXRUJQVlA4TCcAAAAvCgACAJkyRPQ/NlH+6H+AMNuoGufvutcBDIVCAAFQ0MQEgMeB4xkA",
      "UklGRkoAAABXRUJQVlA4ID4AAACwAQCdASoLAAkAAoBCJbACdAEOtW9oAP75/XIrRXUkKg5jhiGJ+D+7O8aFbPzc9NGf"
          + "lDR/qXPw0B/qtDTAAA==",
      "UklGRoQAAABXRUJQVlA4WAoAAAAQAAAACgAACAAAQUxQSCAAAAABVyAkSP4fptrcEBGZAZmAxb9LFllkkUVmCSL6H3I6"
          + "/lZQOCA+AAAAsAEAnQEqCwAJAAKAQiWwAnQBDrVvaAD++f1yK0V1JCoOY4Yhifg/uzvGhWz83PTRn5Q0f6lz8NAf"
          + "6rQ0wAA=",
      "UklGRv4AAABXRUJQVlA4WAoAAAACAAAACgAACAAAQU5JTQYAAAAAAAAAAABBTk1GcAAAAAAAAAAAAAoAAAgAAAAAAAJW"
          + "UDggWAAAAFABAJ0BKgsACQACgEIlsAAFjAAA/mf//Px//Fy/+bcfe/xxH/+bCc/3xV/RJfWbfl3v3lkQT9Hb6V2o"
          + "3Xkm5T/5nZQc8Z+3tsEjv+MAH+Xx/DQH+q0NMABBTk1GWgAAAAAAAAAAAAoAAAgAAAAAAABWUDggQgAAAPQBAJ0B"
          + "KgsACQAAAEIlsAADYejWToIcAAD+h6zOzH0s3wIBgFpkHP//mkZKrIoo/z/z8ZPv4Gf5Bg+mqz/lSiUAAA==");

  private static final List<String> PNM = List.of(
      "P1 # ink\n4 2 10100110",
      "P2 2 2 15 0 7 12 15",
      "P3 1 2 255 1 2 3 # second\n4 5 6",
      "P4 9 2\nabcd",
      "P5 3 3 255 ABCDEFGHI",
      "P5 2 2 65535 ABCDEFGH",
      "P6 2 2 255 ABCDEFGHIJKL");

  private Pictures() {}

  static List<byte[]> all() throws IOException {
    List<byte[]> all = new ArrayList<>();
    WEBP.forEach(base64 -> all.add(Base64.getDecoder().decode(base64)));
    PNM.forEach(text -> all.add(text.getBytes(StandardCharsets.US_ASCII)));
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
    for (String format : List.of("png", "gif", "jpg", "bmp", "tif")) {
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
