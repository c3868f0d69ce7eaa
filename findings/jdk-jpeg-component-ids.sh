#!/usr/bin/env bash
# The JDK's reader takes a JPEG for RGB where its components are not numbered 1, 2, 3, and nothing else
# tells it what they are.
. "$(dirname "$0")/common.sh"
cat <<END
With:      ImageIO, $(java -version 2>&1 | sed -n 2p);
           jpeg-js 0.4.4; a JPEG in one colour, 4:4:4, without JFIF header.
Expected:  numbers of components are only names: three components are Y, Cb and Cr, whatever they are.
Behaviour: numbered from 0 or 10, ImageIO gives Y, Cb and Cr as red, green and blue.
END
npm install --silent --no-audit --no-fund jpeg-js@0.4.4 >&2
cat >main.js <<'END'
const fs = require("fs"), jpeg = require("jpeg-js");
const data = Buffer.alloc(16 * 16 * 4, Buffer.from([128, 64, 200, 255]));
const whole = jpeg.encode({ data, width: 16, height: 16 }, 100).data;

for (const first of [1, 0, 10]) {
  // Without the 18 bytes of the JFIF header, which come after the two of the image's start.
  const bytes = Buffer.concat([whole.subarray(0, 2), whole.subarray(20)]);
  for (let i = 2; ; i += 2 + bytes.readUInt16BE(i + 2)) {
    const marker = bytes[i + 1];
    for (let c = 0; c < 3 && marker === 0xc0; c++) bytes[i + 10 + 3 * c] = first + c;
    for (let c = 0; c < 3 && marker === 0xda; c++) bytes[i + 5 + 2 * c] = first + c;
    if (marker === 0xda) break;
  }
  fs.writeFileSync(`${first}.jpg`, bytes);
  console.log(`jpeg-js, from ${first}: ${[...jpeg.decode(bytes).data.subarray(0, 3)].join(" ")}`);
}
END
cat >Main.java <<'END'
import java.io.*;
import javax.imageio.ImageIO;

class Main {
  public static void main(String[] args) throws IOException {
    for (int first : new int[] {1, 0, 10}) {
      int rgb = ImageIO.read(new File(first + ".jpg")).getRGB(8, 8);
      System.out.printf("ImageIO, from %d: %d %d %d%n", first, rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
  }
}
END
both() {
  node main.js
  runs
}
sees both <<'END'
jpeg-js, from 1: 128 64 200
jpeg-js, from 0: 128 64 200
jpeg-js, from 10: 128 64 200
ImageIO, from 1: 128 64 200
ImageIO, from 0: 99 185 149
ImageIO, from 10: 99 185 149
END
