#!/bin/sh
# Makes the fonts in static/fonts, those that pictures are drawn with and the advance table of
# the charts.
# Needs npm, and Python with fonttools[woff]==4.68.0 on the PATH. Run at the repository root.
set -eu
here=static/fonts
drawn=src/picture/fonts
work=$(mktemp -d)
for family in noto-sans noto-serif; do
    (cd "$work" && npm pack --silent "@expo-google-fonts/$family@0.4.2" >/dev/null)
    mkdir "$work/$family"
    tar xzf "$work/expo-google-fonts-$family-0.4.2.tgz" -C "$work/$family" --strip-components 1
done
# Latin and Latin-1, the Latin letters of Kazakh (2018, 2021, BGN), Cyrillic and its letters of
# Kazakh; the others of Latin Extended-A.
letters=U+0020-007E,U+00A0-00FF,U+011E-011F,U+0130-0131,U+0143-0144,U+014A-014B,U+015E-015F,U+016A-016B,U+01F4-01F5,U+02B9-02BA,U+0400-045F,U+0492-0493,U+049A-049B,U+04A2-04A3,U+04AE-04B1,U+04BA-04BB,U+04D8-04D9,U+04E8-04E9
extended=U+0100-011D,U+0120-012F,U+0132-0142,U+0145-0149,U+014C-015D,U+0160-0169,U+016C-017F
signs=U+2009,U+200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+2060,U+2070,U+2074-2079,U+207B,U+2080-2089,U+20AC,U+20B8,U+20BD,U+2116,U+2122,U+2190-2193,U+2212,U+221E,U+2248,U+2260,U+2264,U+2265
all=$letters,$extended,$signs
subset() {
    characters=$1
    shift
    pyftsubset --unicodes="$characters" --layout-features=kern,tnum,lnum,sups \
        --no-hinting --desubroutinize --name-IDs=0,1,2,3,4,5,6,13,14 "$@" >/dev/null
}
# Charts are measured by advances alone, so the faces that they are drawn with have no features.
draw() {
    subset "$all" "$work/$1" --drop-tables+=GSUB,GPOS,GDEF --output-file="$drawn/$2.ttf"
}
# A page asks for the letters that few names have only where it has them.
cut() {
    subset "$letters,$signs" "$work/$1" --flavor=woff2 --output-file="$here/$2.woff2"
    subset "$extended" "$work/$1" --flavor=woff2 --output-file="$here/$2-extended.woff2"
}
for face in 400Regular/NotoSans_400Regular 700Bold/NotoSans_700Bold; do
    subset "$all" "$work/noto-sans/$face.ttf" --glyph-names --output-file="$work/${face##*_}.ttf"
done
# A page asks for one file with both weights.
python tools/fonts/variable.py "$work/400Regular.ttf" "$work/700Bold.ttf" "$work/variable.ttf"
cut variable.ttf noto-sans
cut noto-serif/400Regular/NotoSerif_400Regular.ttf noto-serif-regular
cut noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf noto-serif-italic
cut noto-serif/700Bold/NotoSerif_700Bold.ttf noto-serif-bold
draw noto-sans/400Regular/NotoSans_400Regular.ttf noto-sans-regular
draw noto-sans/700Bold/NotoSans_700Bold.ttf noto-sans-bold
for folder in "$here" "$drawn"; do
    cp "$work/noto-sans/LICENSE_FONT" "$folder/OFL.txt"
done
python tools/fonts/advances.py "$work/400Regular.ttf" "$work/700Bold.ttf" \
    >src/chart/advances.rs
rm -r "$work"
