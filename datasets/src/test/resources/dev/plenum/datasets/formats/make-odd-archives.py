"""Makes the archives in the folder odd, which ArchivesTest reads: python3 make-odd-archives.py. It packs the folder
photos as macOS's Finder and old programs of Windows do, and by 7-Zip 26.01 (the command 7z)."""
import io
import os
import subprocess
import tarfile
import zipfile

here = os.path.dirname(os.path.abspath(__file__))
os.chdir(here)
os.makedirs("odd", exist_ok=True)
photos = sorted(os.path.join(d, f) for d, _, files in os.walk("photos") for f in files)
APPLE_DOUBLE = b"\0\5\x16\7\0\2\0\0Mac OS X        "


def beside(path):
    return os.path.join(os.path.dirname(path), "._" + os.path.basename(path))


def entry(name):
    made = zipfile.ZipInfo("x", (2026, 1, 1, 0, 0, 0))
    made.filename = name
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


for name, above in [("mac.zip", ""), ("mac-flat.zip", "photos/")]:
    with zipfile.ZipFile("odd/" + name, "w") as out:
        for path in photos:
            out.writestr(entry(path[len(above):]), open(path, "rb").read())
            out.writestr(entry("__MACOSX/" + beside(path[len(above):])), APPLE_DOUBLE)
        out.writestr(entry("photos/.DS_Store"[len(above):]), b"\0\0\0\1Bud1")
with tarfile.open("odd/mac.tar.gz", "w:gz") as out:
    for path in photos:
        for name, content in [(beside(path), APPLE_DOUBLE), (path, open(path, "rb").read())]:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            out.addfile(info, io.BytesIO(content))
with zipfile.ZipFile("odd/backslashes.zip", "w") as out:
    for path in photos:
        out.writestr(entry(path.replace("/", "\\")), open(path, "rb").read())
with zipfile.ZipFile("odd/nested.zip", "w") as out:
    out.writestr(entry("mac.zip"), b"PK\3\4")
for name, options in [("7z", []), ("secret", ["-psecret"]), ("lzma", ["-mm=LZMA"])]:
    path = "odd/%s.zip" % name
    if os.path.exists(path):
        os.remove(path)
    subprocess.run(["7z", "a", "-bso0", "-tzip", *options, path, "photos"], check=True)
