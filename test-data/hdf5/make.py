#!/usr/bin/env python3
"""Makes the HDF5 files of this folder: python3 make.py (h5py 3.16, NumPy).

All whole files hold the same sequences and labels, which Hdf5DatasetTest computes by the same rule: base p of sequence i
of split s is ACGTN[(7 i + p p + 3 s) mod 5], and its label of class c is 1 where (i + 2 c + s) mod 3 is 0. In files of
floating point numbers the label of class 2 of sequence 3 is NaN.
"""
import os

import h5py
import numpy as np

SPLITS = {"train": 12, "valid": 5, "test": 7}
LENGTH = 21
CLASSES = 3
HERE = os.path.dirname(os.path.abspath(__file__))


def sequences(split, unknown=0.0, length=LENGTH):
    """N x 4 x L."""
    s = list(SPLITS).index(split)
    x = np.zeros((SPLITS[split], 4, length))
    for i in range(x.shape[0]):
        for p in range(length):
            code = (7 * i + p * p + 3 * s) % 5
            if code == 4:
                x[i, :, p] = unknown
            else:
                x[i, code, p] = 1
    return x


def labels(split, missing=False):
    """N x C."""
    s = list(SPLITS).index(split)
    y = np.array([[float((i + 2 * c + s) % 3 == 0) for c in range(CLASSES)] for i in range(SPLITS[split])])
    if missing:
        y[3, 2] = np.nan
    return y


def file(name, **options):
    return h5py.File(os.path.join(HERE, name), "w", **options)


def whole():
    with file("study.h5") as f:  # N x L x 4, floating point, contiguous
        for split in SPLITS:
            f[f"X_{split}"] = sequences(split, 0.25).transpose(0, 2, 1).astype("f4")
            f[f"Y_{split}"] = labels(split, missing=True).astype("f4")
    with file("basset.h5") as f:  # N x 4 x 1 x L, booleans
        f["target_labels"] = np.array([b"8988T", b"AoSMC", b"8988T"])
        for split in SPLITS:
            f.create_dataset(f"{split}_in", data=sequences(split)[:, :, None, :].astype(bool), compression="gzip")
            f.create_dataset(f"{split}_out", data=labels(split).astype(bool))
        f["test_headers"] = np.array([f"chr1:{i}-{i + LENGTH}(+)".encode() for i in range(SPLITS["test"])])
    with file("deepsea.mat", userblock_size=512) as f:  # MATLAB 7.3: axes reversed
        for split in SPLITS:
            for name, array in ((f"{split}xdata", sequences(split)), (f"{split}data", labels(split))):
                reverse = array.transpose(range(array.ndim)[::-1]) if array.ndim == 2 else array.transpose(2, 1, 0)
                # Chunks that divide no axis.
                chunks = tuple(max(1, n * 2 // 5) for n in reverse.shape)
                data = f.create_dataset(name, data=reverse.astype("u1"), chunks=chunks, compression="gzip")
                data.attrs["MATLAB_class"] = np.bytes_("uint8")
    with open(os.path.join(HERE, "deepsea.mat"), "r+b") as f:
        f.write(b"MATLAB 7.3 MAT-file, Platform: GLNXA64, written by make.py".ljust(124) + b"\x00\x02IM")
    with file("v110.h5", libver=("v110", "v110")) as f:  # N x 4 x L, filters and indexes of the format of HDF5 1.10
        f.attrs["class_names"] = ["a", "b\tc", "d"]
        ways = {
            "train": dict(dtype=">i2", chunks=(5, 3, 8), compression="lzf", shuffle=True),
            "valid": dict(dtype="f2", chunks=(2, 4, 21), compression="gzip", shuffle=True, fletcher32=True),
            "test": dict(dtype="u8", chunks=(1, 4, 21), maxshape=(None, 4, 21)),
        }
        for split, way in ways.items():
            f.create_dataset(f"x_{split}", data=sequences(split), **way)
            f.create_dataset(f"y_{split}", data=labels(split), dtype="i1", chunks=(2, 1), fletcher32=True)
    with file("other_order.h5") as f:  # 4 x L x N and C x N, without the mark of MATLAB
        for split in SPLITS:
            f.create_dataset(f"X_{split}", data=sequences(split).transpose(1, 2, 0), dtype=">f8")
            f.create_dataset(f"Y_{split}", data=labels(split).T, dtype="i4", chunks=(2, 4), compression="lzf")
    with file("compact.h5") as f:  # stored in the header; labels of one class; no test split
        for split in ("train", "valid"):
            for name, array in ((f"X_{split}", sequences(split)), (f"Y_{split}", labels(split)[:, 0])):
                plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                plist.set_layout(h5py.h5d.COMPACT)
                plist.set_obj_track_times(False)
                array = array.astype("u1")
                space = h5py.h5s.create_simple(array.shape)
                h5py.h5d.create(f.id, name.encode(), h5py.h5t.NATIVE_UINT8, space, plist).write(
                    h5py.h5s.ALL, h5py.h5s.ALL, array
                )
    for name in ("square.h5", "square.mat"):  # 12 sequences of 12 bases: only the mark of MATLAB tells the orders apart
        with file(name) as f:
            x = sequences("train", length=12).astype("u1")
            f["X_train"] = x if name.endswith("h5") else x.transpose(2, 1, 0)
            f["Y_train"] = labels("train")[:, 0].astype("u1")
            if name.endswith("mat"):
                f["X_train"].attrs["MATLAB_class"] = np.bytes_("uint8")
    with file("test_only.h5") as f:
        f["X_test"] = sequences("test").astype("u1")
        f["Y_test"] = labels("test").astype("u1")
        f["Y_test"].attrs["classes"] = ["p", "q", "r"]


def pair(name, x=None, y=None, **options):
    f = file(name, **options)
    if x is not None:
        f["X_train"] = x
    if y is not None:
        f["Y_train"] = y
    return f


def faulty():
    x = sequences("train").astype("f4")
    y = labels("train").astype("f4")
    half = x.copy()
    half[7, :, 16] = 0.5, 0.5, 0, 0
    pair("half.h5", half, y).close()
    two = x.transpose(0, 2, 1).astype("u1")
    two[2, 5] = 1, 0, 0, 1
    pair("two.h5", two, y).close()
    negative = y.copy()
    negative[4, 1] = -1
    pair("label.h5", x, negative).close()
    pair("no_labels.h5", x).close()
    pair("no_sequences.h5", y=y).close()
    pair("short_labels.h5", x, y[:-1]).close()
    pair("text.h5", np.array([b"ACGT", b"CCGT"]), y).close()
    pair("five.h5", np.zeros((12, 5, 21), "u1"), y).close()
    pair("flat.h5", np.zeros((12, 84), "u1"), y).close()
    pair("four.h5", x[:, :, :4], y).close()
    with pair("lengths.h5", x, y) as f:
        f["X_valid"], f["Y_valid"] = sequences("valid", length=22), labels("valid")
    with pair("classes.h5", x, y) as f:
        f["X_valid"], f["Y_valid"] = sequences("valid"), labels("valid")[:, :2]
    with pair("names.h5", x, y) as f:
        f["target_labels"] = np.array([b"one", b"two"])
    with pair("number_names.h5", x, y) as f:
        f["target_labels"] = np.arange(3)
    with pair("external_link.h5", y=y) as f:
        f["X_train"] = h5py.ExternalLink("study.h5", "/X_train")
    with pair("soft_link.h5", y=y) as f:
        f["there"] = x
        f["X_train"] = h5py.SoftLink("/there")
    with pair("group.h5", y=y) as f:
        f.create_group("X_train")
    with pair("never_written.h5", y=y) as f:
        f.create_dataset("X_train", (12, 4, 21), "f4")
    with pair("missing_chunk.h5", y=y) as f:
        f.create_dataset("X_train", (12, 4, 21), "f4", chunks=(4, 4, 21))[:4] = x[:4]
    with pair("huge.h5", y=y) as f:
        f.create_dataset("X_train", (10**12, 4, 1000), "f4", chunks=(1, 4, 1000), compression="gzip")
    with pair("overflow.h5", y=y) as f:
        f.create_dataset("X_train", (2**40, 4, 2**22), "f8", chunks=(1, 4, 1000))
    with pair("external_storage.h5", y=y) as f:
        f.create_dataset("X_train", (12, 4, 21), "u1", external=[("elsewhere.bin", 0, 1008)])
    with pair("virtual.h5", y=y) as f:
        layout = h5py.VirtualLayout((12, 4, 21), "f4")
        layout[:] = h5py.VirtualSource("study.h5", "X_train", (12, 4, 21))
        f.create_virtual_dataset("X_train", layout)
    with pair("filter.h5", y=y) as f:
        f.create_dataset("X_train", data=x.astype("i4"), chunks=(4, 4, 21), scaleoffset=0)
    with file("empty.h5"):
        pass
    with pair("no_rows.h5", np.zeros((0, 4, 21), "u1"), np.zeros((0, 3), "u1")):
        pass


def blosc():
    """Numbers in frames of Blosc, which Hdf5ArrayTest computes by the same rule (hdf5plugin 7.1)."""
    import hdf5plugin

    def numbers(rows):
        # They repeat after 10,006 bytes: more than the distance that BloscLZ writes in its short form.
        j = np.arange(200 * rows) % 5003
        return ((j * j * 31 + j * 17) % 997 - 400).astype("i2").reshape(rows, 4, 50)

    def frames(codec, shuffle=1):
        return hdf5plugin.Blosc(cname=codec, clevel=9, shuffle=shuffle)

    with file("blosc.h5") as f:
        f.create_dataset("far", data=numbers(80), chunks=(80, 4, 50), **frames("blosclz", 0))
        f.create_dataset("shuffled", data=numbers(20), chunks=(7, 3, 50), **frames("blosclz"))
        f.create_dataset("lz4", data=numbers(20), chunks=(20, 4, 50), **frames("lz4"))
        f.create_dataset("zlib", data=numbers(20), chunks=(20, 4, 50), **frames("zlib"))
        f.create_dataset("zstd", data=numbers(2), chunks=(2, 4, 50), **frames("zstd"))
        f.create_dataset("bits", data=numbers(2), chunks=(2, 4, 50), **frames("lz4", 2))


whole()
faulty()
blosc()
if os.path.exists(os.path.join(HERE, "elsewhere.bin")):
    os.remove(os.path.join(HERE, "elsewhere.bin"))
