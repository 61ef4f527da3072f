"""Letters as schools hand them out: the same text as a PDF of two programs, as a docx and as a scan.

    python Tests/System/render_letters.py FOLDER LETTER.txt…

writes FOLDER/{chromium,libreoffice}/NAME.pdf, FOLDER/docx/NAME.docx and FOLDER/scan/NAME-1.jpg (a page each: 200 dpi,
grey, rotated by 2°, with grain, JPEG). Both programs convert all letters in one go, since starting them is what takes time.
"""

from __future__ import annotations

import html
import os
import subprocess
import sys
import tempfile
from pathlib import Path

FONT = "Noto Serif CJK JP"
FORMS = ("chromium", "libreoffice", "docx", "scan")

#: A sheet of A4 as an office types it: 10.5 points, 45 characters a line.
PAGE = f"""\
<!doctype html><html lang="ja"><meta charset="utf-8"><title>letter</title>
<style>@page {{ size: A4; margin: 20mm }} body {{ margin: 0 }}
pre {{ font: 10.5pt/1.7 '{FONT}'; white-space: pre-wrap; margin: 0 }}</style><pre>%s</pre></html>
"""

DOCUMENT = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="150%%"/>
<style:text-properties style:font-name-asian="{FONT}" style:font-family-asian="'{FONT}'" fo:font-family="'{FONT}'"
 fo:font-size="10.5pt" style:font-size-asian="10.5pt" fo:language="en" style:language-asian="ja"
 style:country-asian="JP"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/></office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>%s</office:text></office:body></office:document>
"""


def render(letters: list[Path], folder: Path, forms: tuple[str, ...] = FORMS) -> None:
    """Writes every letter in every form; a scan is made of Chromium's pages."""
    for form in {*forms, *(["chromium"] if "scan" in forms else [])}:
        (folder / form).mkdir(parents=True, exist_ok=True)
    if "chromium" in forms or "scan" in forms:
        print_with_chromium(letters, folder / "chromium")
    if "libreoffice" in forms:
        convert_with_libreoffice(letters, folder / "libreoffice", "pdf")
    if "docx" in forms:
        convert_with_libreoffice(letters, folder / "docx", "docx")
    if "scan" in forms:
        for letter in letters:
            scan(folder / "chromium" / f"{letter.stem}.pdf", folder / "scan")


def print_with_chromium(letters: list[Path], folder: Path) -> None:
    from harness.browser import Browser

    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(Path(profile) / "profile")
        try:
            for letter in letters:
                page = Path(profile) / f"{letter.stem}.html"
                page.write_text(PAGE % html.escape(read(letter)), encoding="utf-8")
                browser.driver.get(page.as_uri())
                browser.pdf(folder / f"{letter.stem}.pdf")
        finally:
            browser.driver.quit()


def convert_with_libreoffice(letters: list[Path], folder: Path, form: str) -> None:
    with tempfile.TemporaryDirectory() as work:
        documents = []
        for letter in letters:
            document = Path(work) / f"{letter.stem}.fodt"
            document.write_text(DOCUMENT % paragraphs(read(letter)), encoding="utf-8")
            documents.append(str(document))
        soffice(documents, folder, form)


def soffice(documents: list[str], folder: Path, form: str, *options: str) -> None:
    """LibreOffice without its window; its settings live and die with the call."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form]
        command += [*options, "--outdir", str(folder), *documents]
        finished = subprocess.run(command, capture_output=True, text=True, timeout=600, env={**os.environ, "HOME": profile})
    made = [folder / f"{Path(document).stem}.{form}" for document in documents]
    missing = [str(file) for file in made if not file.exists()]
    if missing:
        raise RuntimeError(f"soffice made no {missing}: {finished.stdout} {finished.stderr}")


def paragraphs(text: str) -> str:
    """A paragraph a line; OpenDocument writes runs of spaces as an element."""
    lines = []
    for line in text.split("\n"):
        escaped = html.escape(line, quote=False).replace("\t", "<text:tab/>")
        lines.append(f"<text:p>{escaped.replace(' ', '<text:s/>')}</text:p>")
    return "\n".join(lines)


def scan(document: Path, folder: Path, angle: float = 2, dpi: int = 200, grain: int = 10, quality: int = 70) -> list[Path]:
    """Pages as a copier's feeder gives them; the same every time."""
    with tempfile.TemporaryDirectory() as work:
        here = Path(work)
        run("pdftoppm", "-r", str(dpi), "-gray", str(document), str(here / "page"))
        scans = []
        for number, page in enumerate(sorted(here.glob("page-*.pgm")), start=1):
            turned, grained = here / "turned.v", here / "grained.v"
            run("vips", "similarity", str(page), str(turned), "--angle", str(angle), "--background", "235")
            width, height = (run("vipsheader", "-f", side, str(turned)).strip() for side in ("width", "height"))
            run("vips", "gaussnoise", str(here / "grain.v"), width, height, "--sigma", str(grain), "--mean", "0", "--seed", "1")
            run("vips", "add", str(turned), str(here / "grain.v"), str(grained))
            run("vips", "cast", str(grained), str(here / "grey.v"), "uchar")
            made = folder / f"{document.stem}-{number}.jpg"
            run("vips", "jpegsave", str(here / "grey.v"), str(made), "--Q", str(quality))
            scans.append(made)
        return scans


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def read(letter: Path) -> str:
    return letter.read_text(encoding="utf-8-sig")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    render([Path(name) for name in sys.argv[2:]], Path(sys.argv[1]))
