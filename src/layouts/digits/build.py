"""Makes digits.woff2: the ten digits of Figtree (variable, weights 300-900), for a zero without a slash.

Atkinson Hyperlegible Next has no zero that cannot be read as a Danish Ø. Needs fonttools and brotli from PyPI, and the file
figtree-latin-wght-normal.woff2 of the npm package @fontsource-variable/figtree 5.3.0 (SIL Open Font License 1.1, see LICENSE beside).

    python3 build.py figtree-latin-wght-normal.woff2 digits.woff2
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

source, target = sys.argv[1:]
options = subset.Options(flavor="woff2", layout_features=["tnum", "lnum"], hinting=False, name_IDs=[0, 13, 14])
font = subset.load_font(source, options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=range(0x30, 0x3A))
subsetter.subset(font)
subset.save_font(font, target, options)

digits, text = TTFont(target), TTFont(source)
print(len(open(target, "rb").read()), "bytes;", "digit height", digits["OS/2"].sCapHeight, "of", digits["head"].unitsPerEm)
