#!/usr/bin/env python3
"""Makes the files of emoji from their sources, for who wants newer ones.

Call: make.py TWEMOJI ANNOTATIONS DERIVED OUT LANGUAGE...
  TWEMOJI      the unpacked npm package @twemoji/svg: a file NAME.svg for each emoji
  ANNOTATIONS  the unpacked npm package cldr-annotations-full
  DERIVED      the unpacked npm package cldr-annotations-derived-full
  OUT          the folder of the resources
  LANGUAGE     one file of names is written for each

Writes OUT/pictures.txt (code points, a tab, the SVG as it came) and OUT/names.LANGUAGE.txt (code points, a tab, the name).
"""
import json
import pathlib
import sys

twemoji, annotations, derived, out = map(pathlib.Path, sys.argv[1:5])


def key(text):
    """Code points in hexadecimal without U+FE0F, which some write and some do not."""
    return "-".join(format(ord(c), "x") for c in text if c != "\ufe0f")


pictures = {}
for file in twemoji.glob("*.svg"):
    text = "".join(chr(int(point, 16)) for point in file.stem.split("-"))
    pictures[key(text)] = " ".join(file.read_text(encoding="utf-8").split())
with open(out / "pictures.txt", "w", encoding="utf-8", newline="\n") as lines:
    lines.writelines(f"{name}\t{svg}\n" for name, svg in sorted(pictures.items()))

for language in sys.argv[5:]:
    names = {}
    for folder, part in ((annotations, "annotations"), (derived, "annotationsDerived")):
        data = json.loads((folder / part / language / "annotations.json").read_text(encoding="utf-8"))
        for text, entry in data[part]["annotations"].items():
            if key(text) in pictures and "tts" in entry:
                names[key(text)] = entry["tts"][0]
    with open(out / f"names.{language}.txt", "w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(f"{name}\t{words}\n" for name, words in sorted(names.items()))
    print(language, len(names), "of", len(pictures), "have a name")
