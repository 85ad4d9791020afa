"""Prints the advance table of src/chart/advances.rs from the two sans faces."""

import sys
from fontTools.ttLib import TTFont


def advances(path):
    font = TTFont(path)
    assert font["head"].unitsPerEm == 1000
    return {code: font["hmtx"][name][0] for code, name in font.getBestCmap().items()}


regular, bold = (advances(path) for path in sys.argv[1:3])
assert regular.keys() == bold.keys()
print("//! Advances of Noto Sans 2.015, Regular and Bold, in thousandths of an em. Written by")
print("//! `tools/fonts/subset.sh` from the fonts that the pages load: do not edit.")
print()
print("/// Character, advance in Regular, advance in Bold; sorted by character.")
print("#[rustfmt::skip]")
print("pub(super) const ADVANCES: &[(char, u16, u16)] = &[")
row = []
for code in sorted(regular):
    row.append(f"('\\u{{{code:x}}}',{regular[code]},{bold[code]}),")
    if len(row) == 4:
        print("    " + " ".join(row))
        row = []
if row:
    print("    " + " ".join(row))
print("];")
