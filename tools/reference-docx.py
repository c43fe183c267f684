#!/usr/bin/env python3
"""Makes Sources/LandKit/Documents/Templates/reference.docx, the look of word-processor files.

    python3 tools/reference-docx.py

Starts from pandoc's own reference file and gives it the look of GB/T 9704-2012 as far as that is
known to us. Taken from copies of its text: A4; top margin 37 mm, binding margin 28 mm, type area
156 mm x 225 mm (so right 26 mm, bottom 35 mm); body 3 hao FangSong (16 pt), 22 lines of 28
characters that fill the type area (so a line of 225 mm / 22 = 28.99 pt; 28.95 is taken, that 22
fit); title 2 hao small-title Song (22 pt); headings of the first level Hei, of the second Kai.
Not verified against the printed standard: first-line indent of two characters, sizes in tables
(the standard has none), the look of captions.
"""

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "Sources/LandKit/Documents/Templates/reference.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
LINE = 579  # 28.95 pt in twentieths

FANGSONG, HEI, KAI, TITLE = "FangSong", "SimHei", "KaiTi", "FZXiaoBiaoSong-B05S"


def fonts(name):
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def run(name, half_points, bold=False):
    weight = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (f'<w:rPr>{fonts(name)}{weight}<w:i w:val="0"/><w:color w:val="000000"/>'
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>')


def style(ident, name, based, paragraph, text, custom=False):
    kind = ' w:customStyle="1"' if custom else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (f'<w:style w:type="paragraph"{kind} w:styleId="{ident}"><w:name w:val="{name}"/>{base}'
            f'<w:qFormat/><w:pPr>{paragraph}</w:pPr>{text}</w:style>')


EXACT = f'<w:spacing w:before="0" w:after="0" w:line="{LINE}" w:lineRule="exact"/>'
SINGLE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
KEEP = "<w:keepNext/><w:keepLines/>"

STYLES = {
    "BodyText": style("BodyText", "Body Text", "Normal",
                      EXACT + INDENT + '<w:jc w:val="both"/>', run(FANGSONG, 32)),
    "FirstParagraph": style("FirstParagraph", "First Paragraph", "BodyText", EXACT + INDENT, "", True),
    # Cells of tables and tight lists: 5 hao (10.5 pt), single lines.
    "Compact": style("Compact", "Compact", "Normal", SINGLE + NO_INDENT, run(FANGSONG, 21), True),
    "Title": style("Title", "Title", "Normal",
                   KEEP + '<w:spacing w:before="0" w:after="289" w:line="640" w:lineRule="exact"/>'
                   '<w:jc w:val="center"/>', run(TITLE, 44)),
    "Subtitle": style("Subtitle", "Subtitle", "Normal", KEEP + EXACT + '<w:jc w:val="center"/>',
                      run(KAI, 32)),
    "Heading1": style("Heading1", "heading 1", "Normal",
                      KEEP + EXACT + INDENT + '<w:outlineLvl w:val="0"/>', run(HEI, 32)),
    "Heading2": style("Heading2", "heading 2", "Normal",
                      KEEP + EXACT + INDENT + '<w:outlineLvl w:val="1"/>', run(KAI, 32)),
    "Heading3": style("Heading3", "heading 3", "Normal",
                      KEEP + EXACT + INDENT + '<w:outlineLvl w:val="2"/>', run(FANGSONG, 32, True)),
    "BlockText": style("BlockText", "Block Text", "BodyText", EXACT + NO_INDENT, ""),
    "Caption": style("Caption", "caption", "Normal",
                     '<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/>',
                     run(HEI, 24)),
    "TableCaption": style("TableCaption", "Table Caption", "Caption", "<w:keepNext/>", "", True),
    "ImageCaption": style("ImageCaption", "Image Caption", "Caption",
                          '<w:keepNext w:val="0"/>', "", True),
    "CaptionedFigure": style("CaptionedFigure", "Captioned Figure", "Normal",
                             '<w:keepNext/><w:jc w:val="center"/>', "", True),
}
ADDED = style("SignatureLine", "Signature Line", "Normal", KEEP + EXACT + NO_INDENT,
              run(FANGSONG, 32), True)
# Cells of tables on landscape pages: 6 hao (7.5 pt).
ADDED += style("WideCell", "Wide Cell", "Normal", SINGLE + NO_INDENT, run(FANGSONG, 15), True)

BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                  for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
TABLE = ('<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:qFormat/>'
         f'<w:tblPr><w:jc w:val="center"/><w:tblBorders>{BORDERS}</w:tblBorders>'
         '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
         '</w:tblPr><w:trPr><w:cantSplit/></w:trPr><w:tblStylePr w:type="firstRow">'
         '<w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>')

# 4 hao figures between dashes; on every page in the middle (the standard has them outside).
FOOTER = (f'<?xml version="1.0" encoding="UTF-8"?><w:ftr {W} {R}><w:p><w:pPr><w:jc w:val="center"/>'
          f'</w:pPr><w:r><w:rPr>{fonts("SimSun")}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">'
          '— </w:t></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
          '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText>'
          '</w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r><w:r>'
          f'<w:rPr>{fonts("SimSun")}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r>'
          '</w:p></w:ftr>')
SECTION = ('<w:sectPr><w:footerReference w:type="default" r:id="rId90"/>'
           '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" '
           'w:left="1588" w:header="851" w:footer="1587" w:gutter="0"/></w:sectPr>')


def main():
    source = subprocess.run(["pandoc", "--print-default-data-file", "reference.docx"],
                            check=True, capture_output=True).stdout
    with zipfile.ZipFile(BytesIO(source)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}

    styles = files["word/styles.xml"]
    for ident, text in STYLES.items():
        styles, count = re.subn(
            rf'<w:style w:type="paragraph"[^>]*w:styleId="{ident}">.*?</w:style>',
            lambda _: text, styles, count=1, flags=re.S)
        if count != 1:
            sys.exit(f"pandoc's reference file has no style {ident}")
    styles = re.sub(r'<w:style w:type="table"[^>]*w:styleId="Table">.*?</w:style>\s*'
                    r'(?=<w:style w:type="paragraph"[^>]*w:styleId="DefinitionTerm")',
                    lambda _: TABLE, styles, flags=re.S)
    styles = re.sub(r"<w:rPrDefault>.*?</w:rPrDefault>",
                    lambda _: f'<w:rPrDefault><w:rPr>{fonts(FANGSONG)}<w:sz w:val="32"/>'
                    '<w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
                    "</w:rPrDefault>", styles, flags=re.S)
    styles = styles.replace('<w:spacing w:after="200" />', '<w:spacing w:after="0" />')
    styles = re.sub(r'<w:color w:val="4F81BD"[^>]*/>', '<w:color w:val="000000"/>', styles)
    files["word/styles.xml"] = styles.replace("</w:styles>", ADDED + "</w:styles>")

    document = files["word/document.xml"].replace("<w:sectPr />", SECTION)
    files["word/document.xml"] = document
    files["word/footer1.xml"] = FOOTER
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footer" Target="footer1.xml"/></Relationships>')
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        "</Types>", '<Override PartName="/word/footer1.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>')

    with zipfile.ZipFile(OUTPUT, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, files[name])


if __name__ == "__main__":
    main()
