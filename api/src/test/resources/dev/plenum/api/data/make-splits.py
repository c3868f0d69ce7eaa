"""Makes splits.csv, which SplittingTest reads: python3 make-splits.py > splits.csv. Written by scikit-learn 1.9.1."""
import hashlib
import sys
import numpy as np
from sklearn.model_selection import train_test_split

print("images,classes,share,seed,stratified,train,aside,sha256")
for images, classes in [(10, 2), (25, 3), (100, 7), (1000, 10), (5003, 13)]:
    indices = np.arange(images)
    labels = indices * indices // 3 % classes
    for share in [0.1, 1 / 6, 0.25, 0.5, 0.9]:
        for seed in [0, 42, 4294967295]:
            for stratified in [False, True]:
                try:
                    train, aside = train_test_split(
                        indices, test_size=share, random_state=seed, stratify=labels if stratified else None)
                except ValueError as e:
                    print(images, classes, repr(share), seed, stratified, "refused", e, file=sys.stderr)
                    continue
                text = ",".join(map(str, train)) + ";" + ",".join(map(str, aside))
                print(images, classes, repr(share), seed, str(stratified).lower(), len(train), len(aside),
                      hashlib.sha256(text.encode()).hexdigest(), sep=",")
