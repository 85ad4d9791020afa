"""Makes one variable face of two static ones: python variable.py REGULAR BOLD OUT.

Both must have the same glyphs with the same points, as instances of one source have.
"""
import sys

from fontTools import varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.ttLib import TTFont

regular, bold, out = sys.argv[1:]
space = DesignSpaceDocument()
weight = AxisDescriptor()
weight.tag, weight.name = "wght", "Weight"
weight.minimum, weight.default, weight.maximum = 400, 400, 700
space.addAxis(weight)
for path, place in ((regular, 400), (bold, 700)):
    master = SourceDescriptor()
    master.path, master.font = path, TTFont(path, recalcTimestamp=False)
    master.location, master.familyName = {"Weight": place}, "Noto Sans"
    space.addSource(master)
font, _, _ = varLib.build(space)
font.recalcTimestamp = False
font.save(out)
