"""Makes the two small faces of the site out of two public ones.

digits.woff2  the ten digits of Figtree, for a zero without a slash: Atkinson Hyperlegible Next has no zero that cannot be read as
              a Danish Ø.
text.woff2    the letters and signs of Danish and its neighbours out of Atkinson Hyperlegible Next, without digits: a first page
              loads half as much; what is not in it is loaded from the whole face when a page has it.

Needs fonttools and brotli from PyPI, and the files figtree-latin-wght-normal.woff2 and atkinson-hyperlegible-next-latin-wght-normal.woff2 of
the npm packages @fontsource-variable/figtree 5.3.0 and @fontsource-variable/atkinson-hyperlegible-next 5.3.0 (both SIL Open Font
License 1.1, without reserved names; see the licences beside).

    python3 build.py FIGTREE ATKINSON
"""
import sys
from pathlib import Path

from fontTools import subset

DIGITS = set(range(0x30, 0x3A))
TEXT = (set(range(0x20, 0x7F)) | {ord(sign) for sign in "\u00a0§©®«»·×½°ÆØÅæøåÄÖÜäöüÉéÈèÊêÓóÁáÍíÞþÐðß–—‘’‚“”„…•€−\u00ad"}) - DIGITS


def make(source: str, target: str, unicodes: set[int], features: list[str]) -> None:
    options = subset.Options(flavor="woff2", layout_features=features, name_IDs=[0, 13, 14])
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    path = Path(__file__).with_name(target)
    subset.save_font(font, str(path), options)
    print(target, path.stat().st_size, "bytes")


figtree, atkinson = sys.argv[1:]
make(figtree, "digits.woff2", DIGITS, ["tnum", "lnum"])
make(atkinson, "text.woff2", TEXT, ["kern", "liga", "mark"])
