#!/usr/bin/env bash
# Makes the folder of pictures and its archives that ArchivesTest reads, by Info-ZIP 3.0 and GNU tar 1.34.
set -euo pipefail
cd "$(dirname "$0")"
rm -rf photos photos.* photos-stored.zip
python3 - <<'P'
import os
for k, name in enumerate(["apple", "dog"]):
    os.makedirs("photos/" + name)
    for i in range(15):
        pixels = bytes((i * 31 + y * 17 + x * 7 + c * 3 + 40 * k) % 256
                       for y in range(6) for x in range(8) for c in range(3))
        with open("photos/%s/%d.ppm" % (name, i), "wb") as out:
            out.write(b"P6\n8 6\n255\n" + pixels)
with open("photos.csv", "w") as out:
    out.write("path,label,split\n")
    for name in ["apple", "dog"]:
        for i in range(15):
            out.write("photos/%s/%d.ppm,%s,%s\n" % (name, i, name, "test" if i % 5 == 4 else "train"))
P
zip -q -r photos.zip photos
zip -q -0 -r photos-stored.zip photos
tar --format=gnu -cf photos.tar photos
tar --format=pax -czf photos.tar.gz -C photos .
