"""Makes the tables that CsvFormatTest reads: python3 make-tables.py. Written by NumPy 2.4.6, and those in
the folder pandas by pandas 1.5.3, where it is installed."""
import os
import numpy as np

here = os.path.dirname(os.path.abspath(__file__))


def pixels(n, height, width, channels, seed):
    """As in make-arrays.py."""
    i, y, x, c = np.ogrid[:n, :height, :width, :channels]
    return ((i * 31 + y * 17 + x * 7 + c * 3 + seed) % 256).astype(np.uint8)


def table(n, height, width, channels, seed, classes, label):
    values = pixels(n, height, width, channels, seed).reshape(n, -1)
    labels = (np.arange(n) % classes).reshape(n, 1)
    return np.hstack([labels, values] if label == "first" else [values, labels])


def save(name, made, header="", fmt="%d"):
    path = os.path.join(here, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    np.savetxt(path, made, fmt=fmt, delimiter=",", header=header, comments="")


columns = ",".join("pixel%d" % i for i in range(36))
# As Kaggle's digit recogniser: its test has no labels.
save("kaggle/train.csv", table(30, 6, 6, 1, 1, 4, "first"), "label," + columns)
save("kaggle/test.csv", table(10, 6, 6, 1, 2, 4, "first")[:, 1:], columns)
# Without header, as mnist_train.csv and mnist_test.csv are.
save("no-header/small_train.csv", table(20, 6, 6, 1, 1, 4, "first"))
save("no-header/small_test.csv", table(8, 6, 6, 1, 2, 4, "first"))
save("label-last.csv", table(20, 6, 6, 1, 1, 4, "last"))
save("label-last-named.csv", table(20, 6, 6, 1, 1, 4, "last"), columns + ",class")
save("oblong.csv", table(20, 4, 9, 1, 1, 4, "first"), "label," + columns)
save("colour.csv", table(20, 5, 5, 3, 1, 4, "first"), fmt="%.1f")

try:
    import pandas as pd
except ImportError:
    raise SystemExit("pandas is not installed: the tables in the folder pandas are left as they are")

frame = pd.DataFrame(table(30, 6, 6, 1, 1, 4, "first"), columns=("label," + columns).split(","))
os.makedirs(os.path.join(here, "pandas"), exist_ok=True)
for name, how in [
        ("zipped.csv.gz", {"index": False}),
        ("semicolons.csv", {"index": False, "sep": ";"}),
        ("tabs.csv", {"index": False, "sep": "\t"}),
        ("excel.csv", {"index": False, "encoding": "utf-8-sig", "lineterminator": "\r\n"}),
        ("quoted.csv", {"index": False, "quoting": 1}),
        ("floats.csv", {"index": False, "float_format": "%.1f"}),
        ("index.csv", {})]:
    made = frame.astype(float) if name == "floats.csv" else frame
    made.to_csv(os.path.join(here, "pandas", name), **how)
grouped = frame.copy()
grouped.insert(1, "group", ["g%d" % (i // 3) for i in range(30)])
grouped.to_csv(os.path.join(here, "pandas", "groups.csv"), index=False)
