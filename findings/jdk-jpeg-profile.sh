#!/usr/bin/env bash
# The JDK's reader of JPEGs changes the samples by an embedded colour profile; other readers do not.
. "$(dirname "$0")/common.sh"
cat <<END
With:      ImageIO, $(java -version 2>&1 | sed -n 2p);
           jpeg-js 0.4.4; a JPEG in one colour, with and without an ICC profile of linear RGB.
Expected:  the samples as they are stored: 128, 64, 200. What they mean is another question, for which the
           profile is there.
Behaviour: ImageIO gives other samples where there is a profile, and says that they are sRGB.
END
npm install --silent --no-audit --no-fund jpeg-js@0.4.4 >&2
cat >Main.java <<'END'
import java.awt.color.*;
import java.awt.image.BufferedImage;
import java.io.*;
import java.nio.file.*;
import javax.imageio.ImageIO;

class Main {
  static void write(String name, byte[] profile) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) image.setRGB(i % 16, i / 16, 0x8040c8);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);
    byte[] bytes = jpeg.toByteArray();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    int header = 20; // the start of the image and its JFIF header
    file.write(bytes, 0, header);
    if (profile.length > 0) {
      int length = 2 + 14 + profile.length;
      file.write(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) (length >> 8), (byte) length});
      file.write("ICC_PROFILE\0\1\1".getBytes());
      file.write(profile);
    }
    file.write(bytes, header, bytes.length - header);
    Files.write(Path.of(name), file.toByteArray());
  }

  public static void main(String[] args) throws IOException {
    write("plain.jpg", new byte[0]);
    write("profile.jpg", ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
    for (String name : new String[] {"plain.jpg", "profile.jpg"}) {
      int rgb = ImageIO.read(new File(name)).getRGB(8, 8);
      System.out.printf("ImageIO, %s: %d %d %d%n", name, rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
  }
}
END
cat >main.js <<'END'
for (const name of ["plain.jpg", "profile.jpg"]) {
  const { data } = require("jpeg-js").decode(require("fs").readFileSync(name));
  console.log(`jpeg-js, ${name}: ${[...data.subarray(0, 3)].join(" ")}`);
}
END
both() {
  runs
  node main.js
}
sees both <<'END'
ImageIO, plain.jpg: 128 64 200
ImageIO, profile.jpg: 188 137 229
jpeg-js, plain.jpg: 128 64 200
jpeg-js, profile.jpg: 128 64 200
END
