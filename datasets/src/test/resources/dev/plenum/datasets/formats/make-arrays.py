"""Makes the arrays that NumpyFormatTest reads: python3 make-arrays.py. Written by NumPy 2.4.6."""
import os
import numpy as np

here = os.path.dirname(os.path.abspath(__file__))


def pixels(n, height, width, channels, seed):
    """What the test computes too: (i * 31 + y * 17 + x * 7 + c * 3 + seed) modulo 256."""
    i, y, x, c = np.ogrid[:n, :height, :width, :channels]
    return ((i * 31 + y * 17 + x * 7 + c * 3 + seed) % 256).astype(np.uint8)


def save(name, change=lambda x: x, labels=np.uint8, channels=1, to=np.savez):
    def images(n, seed):
        made = pixels(n, 6, 5, channels, seed)
        return change(made[..., 0] if channels == 1 else made)
    to(os.path.join(here, name),
       x_train=images(20, 1), y_train=(np.arange(20) % 4).astype(labels),
       x_test=images(8, 2), y_test=(np.arange(8) % 4).astype(labels))


save("bytes.npz")
save("bytes-deflated.npz", to=np.savez_compressed)
save("int64.npz", lambda x: x.astype(np.int64), labels=np.int64)
save("floats-to-1.npz", lambda x: x.astype(np.float32) / 255, labels=np.int32)
save("big-endian-floats-to-255.npz", lambda x: x.astype(">f8"), labels=">i4")
save("fortran-order.npz", np.asfortranarray)
save("colour.npz", channels=3)
save("colour-fortran-order.npz", np.asfortranarray, channels=3)
save("colour-channels-first.npz", lambda x: np.ascontiguousarray(x.transpose(0, 3, 1, 2)), channels=3)
save("pickled.npz", labels=object)
save("negative-floats.npz", lambda x: x.astype(np.float32) / 127.5 - 1)
save("halves.npz", lambda x: x.astype(np.float16))

# Without a test part; labels as a column; square images in rows.
np.savez(os.path.join(here, "rows.npz"),
         images=pixels(30, 6, 6, 1, 3).reshape(30, 36), labels=(np.arange(30) % 3).reshape(30, 1))

# As KMNIST comes: an archive for each array, which has no name.
os.makedirs(os.path.join(here, "kmnist"), exist_ok=True)
for name, array in [
        ("train-imgs", pixels(20, 6, 5, 1, 1)[..., 0]), ("train-labels", (np.arange(20) % 10).astype(np.uint8)),
        ("test-imgs", pixels(10, 6, 5, 1, 2)[..., 0]), ("test-labels", (np.arange(10) % 10).astype(np.uint8))]:
    np.savez_compressed(os.path.join(here, "kmnist", "kmnist-%s.npz" % name), array)

# A folder of arrays, in each version of the format.
folder = os.path.join(here, "arrays")
os.makedirs(folder, exist_ok=True)
for name, array, version in [
        ("train_images", pixels(20, 6, 5, 1, 1)[..., 0], (1, 0)),
        ("train_labels", np.arange(20) % 4, (2, 0)),
        ("val_images", pixels(5, 6, 5, 1, 3)[..., 0], (3, 0)),
        ("val_labels", np.arange(5) % 4, (1, 0)),
        ("test_images", pixels(8, 6, 5, 1, 2)[..., 0], (2, 0)),
        ("test_labels", np.arange(8) % 4, (3, 0))]:
    with open(os.path.join(folder, name + ".npy"), "wb") as out:
        np.lib.format.write_array(out, array, version)
