"""Makes the pictures that PreparationTest reads, and what Pillow makes of them: python3 make-prepared.py.

Written by Pillow 9.4.0 and NumPy 1.24.2 (Debian 12's python3-pil and python3-numpy). expected.bin has what
Pillow made, picture after picture in h, w, c order; expected.txt says of each, in a line: the file, what was
done with it, height, width, channels.
"""
import os
import numpy as np
from PIL import Image, ImageOps

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "prepared")
os.makedirs(here, exist_ok=True)
METHODS = {"bilinear": Image.BILINEAR, "area": Image.BOX, "nearest": Image.NEAREST}


def picture(height, width):
    """Soft waves, edges and noise in three colours."""
    rng = np.random.RandomState(height * 1000 + width)
    y, x = np.mgrid[:height, :width]
    planes = [127 + 90 * np.sin(x / 5 + c) * np.cos(y / (4 + c)) for c in range(3)]
    rgb = np.stack(planes, -1) + rng.normal(0, 12, (height, width, 3))
    rgb[height // 3:height // 2, width // 4:width // 2] = [250, 10, 40]
    return Image.fromarray(np.clip(rgb, 0, 255).astype(np.uint8), "RGB")


lines = []
expected = []


def expect(name, what, image):
    array = np.asarray(image)
    channels = 1 if array.ndim == 2 else 3
    expected.append(array.tobytes())
    lines.append("%s %s %d %d %d" % (name, what, array.shape[0], array.shape[1], channels))


for height, width in [(37, 52), (20, 14)]:
    name = "%dx%d.png" % (height, width)
    image = picture(height, width)
    image.save(os.path.join(here, name))
    for method, code in METHODS.items():
        for out in [(12, 12), (9, 25), (30, 24)]:
            size = (out[1], out[0])
            expect(name, method, image.resize(size, code))
            expect(name, method + ",crop", ImageOps.fit(image, size, code))
            expect(name, method + ",pad", ImageOps.pad(image, size, code))
    expect(name, "pillow-grey", image.convert("L"))

upright = picture(10, 24)
for value in range(1, 9):
    for ending in ["jpg", "png", "webp"]:
        exif = Image.Exif()
        exif[0x0112] = value
        name = "exif-%d.%s" % (value, ending)
        path = os.path.join(here, name)
        upright.save(path, exif=exif.tobytes(), **({"lossless": True} if ending == "webp" else {}))
        with Image.open(path) as stored:
            expect(name, "exif", ImageOps.exif_transpose(stored).convert("RGB"))

with open(os.path.join(here, "expected.txt"), "w") as out:
    out.write("\n".join(lines) + "\n")
with open(os.path.join(here, "expected.bin"), "wb") as out:
    out.write(b"".join(expected))
