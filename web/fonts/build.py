#!/usr/bin/env python3
"""Makes the planner's fonts from the npm packages: two weights of Atkinson Hyperlegible Next and a subset of Lucide.

Usage: build.py NODE_MODULES OUTPUT

Writes OUTPUT/atkinson-{regular,semibold}.ttf, OUTPUT/icons.ttf, OUTPUT/LICENSES.txt and
OUTPUT/include/ui/kit/icons.h (the icons as UTF-8 strings). Needs fontTools.

Dear ImGui applies no OpenType features, so what texts need is in the default glyphs: all digits are as wide as each
other, and the tables that would make a browser set them differently are gone.
"""

import json
import logging
import sys
from array import array
from copy import deepcopy
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates

WEIGHTS = {"regular": "400Regular", "semibold": "600SemiBold"}
CHARACTERS = (
    set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {0x218, 0x219, 0x21A, 0x21B, 0x1E9E}
    | {0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A}
    | {0x20AC, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265}
)
REPLACEMENT = 0xFFFD
# Units per em, of which the sources have 1000: a seventh of a pixel in the icons' own grid of 24, a twentieth in a text of 30 px.
# Steps smaller than anybody sees only make the files larger.
TEXT_UNITS = 500
ICON_UNITS = 168


def reduce_to(font, characters):
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    # The licences are in a file of the site.
    options.name_IDs = [0, 1, 2]
    options.name_languages = [0x409]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "kern", "DSIG", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    # No date of this build: the same sources give the same bytes.
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created


def tabular_digits(font):
    """Digit -> glyph, as the font's own tnum feature names it."""
    table = font["GSUB"].table
    substitutions = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for subtable in table.LookupList.Lookup[index].SubTable:
                substitutions.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    names = font.getBestCmap()
    return {digit: substitutions.get(names[digit], names[digit]) for digit in range(ord("0"), ord("9") + 1)}


def remap(font, mapping):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(mapping)


def drop_implied_points(glyph):
    """Leaves out points on the curve that stand halfway between two control points, to a unit: TrueType puts them there by itself."""
    kept, ends, start = [], [], 0
    for end in glyph.endPtsOfContours:
        contour = range(start, end + 1)
        for place, index in enumerate(contour):
            before, after = contour[place - 1], contour[(place + 1) % len(contour)]
            between_controls = glyph.flags[index] & 1 and not (glyph.flags[before] | glyph.flags[after]) & 1
            middle = [(a + b) / 2 for a, b in zip(glyph.coordinates[before], glyph.coordinates[after])]
            if not (between_controls and all(abs(a - b) <= 1 for a, b in zip(middle, glyph.coordinates[index]))):
                kept.append(index)
        ends.append(len(kept) - 1)
        start = end + 1
    glyph.coordinates = GlyphCoordinates([glyph.coordinates[index] for index in kept])
    glyph.flags = array("B", [glyph.flags[index] for index in kept])
    glyph.endPtsOfContours = ends


def scale_outlines(font, units):
    scale_upem(font, units)
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        glyph: Glyph = glyphs[name]
        if glyph.numberOfContours > 0:
            drop_implied_points(glyph)
        glyph.recalcBounds(glyphs)


def build_text_font(source, target):
    font = TTFont(source)
    remap(font, tabular_digits(font))
    # A character that cannot be shown: the box that the face draws for a missing glyph.
    font["glyf"]["replacement"] = deepcopy(font["glyf"][".notdef"])
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["hmtx"]["replacement"] = font["hmtx"][".notdef"]
    remap(font, {REPLACEMENT: "replacement"})
    reduce_to(font, CHARACTERS | {REPLACEMENT})
    scale_outlines(font, TEXT_UNITS)
    font.save(target)


def build_icon_font(source, target, code_points):
    font = TTFont(source)
    reduce_to(font, code_points)
    scale_outlines(font, ICON_UNITS)
    for name in font.getGlyphOrder():
        font["hmtx"][name] = (ICON_UNITS, getattr(font["glyf"][name], "xMin", 0))
    font.save(target)


def icon_header(icons):
    lines = [
        "#pragma once",
        "",
        "// Lucide icons as UTF-8 strings of their code points in icons.ttf. Written by web/fonts/build.py.",
        "",
        "namespace planner::kit::icon {",
        "",
    ]
    for name, code_point in sorted(icons.items()):
        escaped = "".join(f"\\x{byte:02X}" for byte in chr(code_point).encode())
        lines.append(f'inline constexpr const char* {name.replace("-", "_")} = "{escaped}";')
    return "\n".join(lines + ["", "} // namespace planner::kit::icon", ""])


def read_icons(names_file, code_points_file):
    known = json.loads(code_points_file.read_text())
    words = [word for line in names_file.read_text().splitlines() if not line.startswith("#") for word in line.split()]
    missing = [word for word in words if word not in known]
    if missing:
        sys.exit(f"lucide-static has no icon {', '.join(missing)}")
    return {word: known[word] for word in words}


def check_text_font(path):
    font = TTFont(path)
    names = font.getBestCmap()
    widths = {font["hmtx"][names[digit]][0] for digit in range(ord("0"), ord("9") + 1)}
    if len(widths) != 1:
        sys.exit(f"{path}: digits have different widths {sorted(widths)}")
    missing = [character for character in "éèëïüöőşłčñ€“”‘’„…–—•−\u00a0\ufffd" if ord(character) not in names]
    if missing:
        sys.exit(f"{path}: no glyph for {missing}")
    left = {"GSUB", "GPOS", "GDEF", "kern", "fpgm", "prep", "cvt "} & set(font.keys())
    if left:
        sys.exit(f"{path}: tables {sorted(left)} should be gone")
    return widths.pop()


def check_icon_font(path, icons):
    font = TTFont(path)
    names = font.getBestCmap()
    units = font["head"].unitsPerEm
    for icon, code_point in icons.items():
        glyph = font["glyf"][names[code_point]]
        advance, bearing = font["hmtx"][names[code_point]]
        if advance != units or bearing != glyph.xMin or glyph.xMax > units:
            sys.exit(f"{path}: icon {icon} does not stand in its em square")


def main():
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    modules, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    text_package = modules / "@expo-google-fonts/atkinson-hyperlegible-next"
    icon_package = modules / "lucide-static"

    for weight, folder in WEIGHTS.items():
        target = output / f"atkinson-{weight}.ttf"
        build_text_font(text_package / folder / f"AtkinsonHyperlegibleNext_{folder}.ttf", target)
        width = check_text_font(target)
        print(f"{target.name}: {target.stat().st_size} bytes, digits {width}/{TEXT_UNITS} em")

    icons = read_icons(Path(__file__).with_name("icons.txt"), icon_package / "font/codepoints.json")
    target = output / "icons.ttf"
    build_icon_font(icon_package / "font/lucide.ttf", target, set(icons.values()))
    check_icon_font(target, icons)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(icons)} icons")

    header = output / "include/ui/kit/icons.h"
    header.parent.mkdir(parents=True, exist_ok=True)
    text = icon_header(icons)
    # A header that did not change keeps its time, so that nothing is compiled again.
    if not header.exists() or header.read_text() != text:
        header.write_text(text)
    licenses = [(text_package / "LICENSE_FONT").read_text(), (icon_package / "LICENSE").read_text()]
    (output / "LICENSES.txt").write_text("\n\n".join(licenses))


if __name__ == "__main__":
    main()
