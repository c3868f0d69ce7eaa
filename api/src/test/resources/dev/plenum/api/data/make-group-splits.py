"""Makes group-splits.csv, which GroupSplitTest reads: python3 make-group-splits.py > group-splits.csv. Written by scikit-learn 1.2.1."""
import hashlib
import sys
import numpy as np
from sklearn.model_selection import GroupShuffleSplit

print("images,groups,share,seed,train,aside,sha256")
for images, count in [(10, 3), (100, 12), (1000, 40), (5003, 700)]:
    indices = np.arange(images)
    groups = indices * indices // 5 % count
    for share in [0.1, 1 / 6, 0.5, 0.9]:
        for seed in [0, 42, 4294967295]:
            split = GroupShuffleSplit(n_splits=1, test_size=share, random_state=seed)
            try:
                train, aside = next(split.split(indices, groups=groups))
            except ValueError as e:
                print(images, count, repr(share), seed, "refused", e, file=sys.stderr)
                continue
            text = ",".join(map(str, train)) + ";" + ",".join(map(str, aside))
            print(images, count, repr(share), seed, len(train), len(aside),
                  hashlib.sha256(text.encode()).hexdigest(), sep=",")
