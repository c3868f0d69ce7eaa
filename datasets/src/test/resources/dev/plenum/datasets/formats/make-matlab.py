"""Makes the files that SvhnFormatTest reads, as SVHN's are: python3 make-matlab.py. Written by SciPy 1.17.1."""
import os
import numpy as np
from scipy.io import savemat

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "svhn")
os.makedirs(here, exist_ok=True)


def save(name, n, seed, compress=True, height=6, width=5, label=np.uint8):
    """Image i has the label i modulo 10, for which 0 is stored as 10; the test computes the pixels too."""
    y, x, c, i = np.ogrid[:height, :width, :3, :n]
    pixels = ((i * 31 + y * 17 + x * 7 + c * 3 + seed) % 256).astype(np.uint8)
    labels = np.where(np.arange(n) % 10 == 0, 10, np.arange(n) % 10).astype(label)
    savemat(os.path.join(here, name), {"X": pixels, "y": labels.reshape(-1, 1)}, do_compression=compress)


save("train_32x32.mat", 24, 1)
save("test_32x32.mat", 11, 2)
save("plain.mat", 24, 1, compress=False, label=np.float64)
savemat(os.path.join(here, "other.mat"), {"fea": np.zeros((4, 16), np.uint8), "gnd": np.ones((4, 1))})
savemat(os.path.join(here, "zeros.mat"), {"X": np.zeros((4, 4, 3, 2), np.uint8), "y": np.zeros((2, 1))})
savemat(os.path.join(here, "floats.mat"), {"X": np.zeros((4, 4, 3, 2)), "y": np.ones((2, 1))})
