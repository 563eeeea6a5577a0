#!/usr/bin/env python3
"""Makes the two typefaces of ui-profiles from Noto Sans CJK (see README.md beside this file).

usage: subset.py DIRECTORY_OF_NOTO_TTC OUTPUT_DIRECTORY
"""

import itertools
import pathlib
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

HERE = pathlib.Path(__file__).resolve().parent
TEXTS = HERE.parent / "src/main/resources/org/silverteller/ui/texts"
SIMPLIFIED_CHINESE = 2  # position in the collection
ERROR_EM = 1.0  # of 1000: how far a quadratic may stray from the cubic it replaces
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."


def wanted():
    """Characters of all texts, ASCII, Latin-1, GB 2312 level 1, and marks that amounts and lists need."""
    chars = {chr(c) for c in itertools.chain(range(0x20, 0x7F), range(0xA0, 0x100))}
    for row, cell in itertools.product(range(16, 56), range(1, 95)):
        try:
            chars.add(bytes((row + 0xA0, cell + 0xA0)).decode("gb2312"))
        except UnicodeDecodeError:
            pass  # row 55 ends early
    chars |= set("壹贰叁肆伍陆柒捌玖拾佰仟萬亿零元角分整")
    chars |= set("–—‘’“”…·•×÷→←↑↓、。《》「」『』【】（），．：；？！￥％～〇①②③④⑤⑥")
    for file in TEXTS.glob("*.properties"):
        chars |= set(file.read_text(encoding="utf-8")) - {"\n", "\r", "\t"}
    return sorted(chars)


def kerning(font, glyphs):
    """Pairs of the kern feature, flattened; only between Latin letters, digits and their marks."""
    gpos = font["GPOS"].table
    lookups = {i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    pairs = {}
    for index in sorted(lookups):
        for table in gpos.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            for row, left in enumerate(table.Coverage.glyphs):
                if left not in glyphs:
                    continue
                if table.Format == 1:
                    found = ((r.SecondGlyph, r.Value1) for r in table.PairSet[row].PairValueRecord)
                else:
                    records = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                    found = ((g, records[table.ClassDef2.classDefs.get(g, 0)].Value1) for g in glyphs)
                for right, value in found:
                    move = getattr(value, "XAdvance", 0) if value else 0
                    if right in glyphs and move:
                        pairs.setdefault((left, right), move)
    return pairs


def quadratic(font):
    """Replaces CFF outlines by TrueType ones."""
    glyph_set = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyph_set[name].draw(Cu2QuPen(pen, ERROR_EM, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = glyphs
    font["loca"] = newTable("loca")
    font["maxp"].tableVersion = 0x00010000
    for field, value in dict(maxZones=1, maxTwilightPoints=0, maxStorage=0, maxFunctionDefs=0, maxInstructionDefs=0,
                             maxStackElements=0, maxSizeOfInstructions=0, maxPoints=0, maxContours=0,
                             maxCompositePoints=0, maxCompositeContours=0, maxComponentElements=0,
                             maxComponentDepth=0).items():
        setattr(font["maxp"], field, value)
    del font["CFF "]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
    font["head"].glyphDataFormat = 0


def renamed(font, style):
    family, full = "Silverteller Sans", f"Silverteller Sans {style}"
    copyright_line = font["name"].getDebugName(0)
    names = newTable("name")
    names.names = []
    for key, text in {0: copyright_line, 1: family, 2: style, 3: full, 4: full, 5: font["name"].getDebugName(5),
                      6: full.replace(" ", ""), 13: LICENCE, 14: "https://openfontlicense.org"}.items():
        names.setName(text, key, 3, 1, 0x409)
    font["name"] = names


def make(source, style, target):
    font = TTCollection(source, lazy=True).fonts[SIMPLIFIED_CHINESE]
    options = Options(layout_features=["kern"], hinting=False, notdef_outline=True, name_IDs=["*"], drop_tables=[])
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(wanted()))
    subsetter.subset(font)
    cmap = font.getBestCmap()
    latin = {cmap[c] for c in itertools.chain(range(0x21, 0x7F), range(0xC0, 0x100)) if c in cmap}
    pairs = kerning(font, latin)
    quadratic(font)
    for tag in ("GPOS", "GSUB", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG"):
        if tag in font:
            del font[tag]
    table = KernTable_format_0(False)
    table.version, table.coverage, table.tupleIndex, table.kernTable = 0, 1, None, pairs
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    renamed(font, style)
    font["head"].created = font["head"].modified  # the same input makes the same bytes
    font.recalcTimestamp = False
    font.save(target)
    print(f"{target}: {len(font.getGlyphOrder())} glyphs, {len(pairs)} kerning pairs, {target.stat().st_size} bytes")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, target = map(pathlib.Path, sys.argv[1:])
    for style in ("Regular", "Bold"):
        make(source / f"NotoSansCJK-{style}.ttc", style, target / f"SilvertellerSans-{style}.ttf")


if __name__ == "__main__":
    main()
