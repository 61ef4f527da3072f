"""`noticectl extract`: what stands in PDFs, pictures, scans and office documents, and what is refused, in bounded time
and memory."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import time
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

import render_letters
from harness.meter import metered
from harness.server import NOTICECTL, REPOSITORY

HOSTILE = REPOSITORY.parent / "shared" / "testdata" / "hostile"
LETTERS = REPOSITORY / "Tests" / "Letters" / "reference"
#: Prose, lists and labelled lines, columns, ruled tables, several dates a line.
RENDERED = ["01", "05", "12", "16", "22"]
MEBIBYTE = 1 << 20

hostile_kit = pytest.mark.skipif(not HOSTILE.is_dir(), reason=f"SKIPPED LOUDLY: {HOSTILE} is not here")


@dataclass
class Answer:
    status: int
    output: str
    problem: str
    seconds: float
    #: The most that one process of it held, children included.
    memory: int

    @property
    def json(self):
        return json.loads(self.output)

    @property
    def code(self) -> str:
        return json.loads(self.problem)["code"]

    @property
    def flaws(self) -> list[str]:
        return [flaw["code"] for flaw in json.loads(self.problem).get("problems", [])]


class Machine:
    """A folder for jobs that must be empty after each."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.jobs = folder / "jobs"
        self.jobs.mkdir()

    def environment(self, **changes: str) -> dict[str, str]:
        return {"PATH": "/usr/bin:/bin", "TMPDIR": str(self.jobs), "LANG": "ja_JP.UTF-8", "HOME": str(self.folder)} | changes

    def extract(self, *arguments: str | Path, asks: str = "text", **environment: str) -> Answer:
        command = [str(NOTICECTL), "extract", *(["--text"] if asks == "text" else []), *map(str, arguments)]
        output, problem = self.folder / "output", self.folder / "problem"
        with output.open("wb") as out, problem.open("wb") as wrong:
            status, took, memory = metered(
                command, stdout=out, stderr=wrong, env=self.environment(**environment), timeout=300)
        assert list(self.jobs.iterdir()) == []
        return Answer(
            status, output.read_text("utf-8"), problem.read_text("utf-8"), took, memory
        )


@pytest.fixture
def machine(binaries, tmp_path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("letters")
    render_letters.render([LETTERS / f"{name}.txt" for name in RENDERED], folder)
    return folder


def kit(folder: str) -> list:
    if not HOSTILE.is_dir():
        return []
    rows = [json.loads(line) for line in (HOSTILE / "manifest.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["file"].startswith(folder)]
    return [pytest.param(row, id=row["file"]) for row in rows]


def manifest_code(row: dict) -> str | None:
    """The code of a `reject` row, or of an allowed refusal."""
    found = re.search(r"(?:error|or_reject):([a-z_]+)", json.dumps(row["asserts"]))
    return found.group(1) if found else None


# MARK: the hostile kit


@hostile_kit
@pytest.mark.parametrize("row", kit("pdf/") + kit("img/"))
def test_kit_file_is_read_or_refused_with_its_code(machine, row):
    answer = machine.extract("--json", HOSTILE / row["file"])
    if row["expect"] == "reject":
        assert answer.status == 65
        assert answer.output == ""
        assert answer.code == manifest_code(row)
        assert answer.seconds < 2
        assert answer.memory < 128 * MEBIBYTE
    elif answer.status == 65:
        assert answer.code == manifest_code(row), "refused, and the kit does not allow it"
    else:
        assert answer.status == 0
        assert answer.json["pages"] == 1
        assert answer.memory < 300 * MEBIBYTE
    assert "CANARY" not in answer.output


@hostile_kit
def test_several_files_are_answered_beside_refused_ones(machine):
    good, bad = HOSTILE / "pdf/plain_ok.pdf", HOSTILE / "pdf/encrypted_user_pw.pdf"
    answer = machine.extract("--json", good, bad, good)
    assert answer.status == 65
    assert [file.get("problem", {}).get("code") for file in answer.json] == [None, "encrypted_pdf", None]
    assert answer.json[0]["text"] == answer.json[2]["text"]
    assert answer.code == "encrypted_pdf"


def test_a_file_that_is_not_there(machine):
    answer = machine.extract("--json", machine.folder / "nowhere.pdf")
    assert (answer.status, answer.code) == (66, "not_found")


# MARK: letters


def squeezed(text: str) -> str:
    """Without any white space, the wave dashes of Windows as Unicode's."""
    return "".join(text.split()).replace("\uff5e", "\u301c")


def letter_text(name: str) -> str:
    return (LETTERS / f"{name}.txt").read_text("utf-8-sig")


def dates(text: str) -> list[str]:
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    return re.findall(r"\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}|\d{1,2}日?\([月火水木金土日]\)|\d{1,2}:\d\d", folded)


@pytest.mark.parametrize("name", RENDERED)
@pytest.mark.parametrize("form, ending", [("chromium", "pdf"), ("libreoffice", "pdf"), ("docx", "docx")])
def test_a_rendered_letter_keeps_every_line(machine, rendered, form, ending, name):
    answer = machine.extract("--json", rendered / form / f"{name}.{ending}")
    assert answer.status == 0, answer.problem
    assert answer.json["origin"] == ending
    text = "\n".join(answer.json["text"])
    lines = [squeezed(line) for line in text.splitlines()]
    letter = letter_text(name)
    missing = [line for line in letter.splitlines() if squeezed(line) not in lines and squeezed(line)]
    # A line longer than the paper is broken; no letter has more than two.
    assert len(missing) <= 2, missing
    assert squeezed(letter) == "".join(lines)
    assert answer.memory < 128 * MEBIBYTE


def test_a_letter_gives_the_same_events_from_every_form(machine, rendered):
    """The whole way: a PDF of two programs and a docx say what the text says."""
    for name in RENDERED:
        plain = events(machine, LETTERS / f"{name}.txt")
        assert plain
        for form in (f"chromium/{name}.pdf", f"libreoffice/{name}.pdf", f"docx/{name}.docx"):
            assert events(machine, rendered / form) == plain, form


def events(machine: Machine, file: Path) -> list[tuple]:
    answer = machine.extract("--json", file, asks="events")
    assert answer.status == 0, answer.problem
    assert {"events", "warnings", "privacy_flags", "timing_ms", "pages"} <= answer.json.keys()
    return [(event["kind"], event["start"], event["grades"]) for event in answer.json["events"]]


def test_a_table_gives_its_rows(machine):
    table = "日付,行事名,対象学年\n2026-05-23,運動会,1;2;3\n2026-13-01,ない日,1\n"
    file = machine.folder / "list.csv"
    file.write_bytes(table.encode("cp932"))
    answer = machine.extract("--json", "--stage", "junior-high", file, asks="events")
    assert answer.status == 0, answer.problem
    assert [(event["start"], event["title"], event["grades"]) for event in answer.json["events"]] == [("2026-05-23", "運動会", [1, 2, 3])]
    assert [(flaw["row"], flaw["code"]) for flaw in answer.json["problems"]] == [(3, "impossible_date")]


def test_columns_of_a_pdf_stay_apart(machine, rendered):
    for form in ("chromium", "libreoffice"):
        text = machine.extract(rendered / form / "01.pdf").output
        assert re.search(r"24\(土\) 運動会\s+※雨天順延25日\(日\)", text)
        assert re.search(r"家庭訪問（～9日）\s+給食後下校", text.replace("\u301c", "\uff5e"))


def test_scans_keep_their_dates(machine, rendered):
    wanted, kept, lost = 0, 0, {}
    for name in RENDERED:
        answer = machine.extract("--json", rendered / "scan" / f"{name}-1.jpg")
        assert answer.status == 0, answer.problem
        assert answer.json["origin"] == "scan"
        assert answer.memory < 300 * MEBIBYTE
        # Bounded, not fast: a debug build beside whatever else runs. What a release takes stands in Documentation/reading-letters.md.
        assert answer.seconds < 60
        expected, found = (Counter(dates(text)) for text in (letter_text(name), answer.json["text"][0]))
        wanted += expected.total()
        kept += (expected & found).total()
        lost[name] = list((expected - found).elements())
    assert kept >= 0.9 * wanted, lost


@pytest.mark.parametrize("turn", ["d90", "d180", "d270"])
def test_a_page_on_its_side_is_turned(machine, rendered, turn):
    turned = machine.folder / "turned.jpg"
    render_letters.run("vips", "rot", str(rendered / "scan" / "05-1.jpg"), str(turned), turn)
    text = squeezed(machine.extract(turned).output)
    assert "7月14日(火)" in text and "6月24日(水)" in text


def test_a_pdf_that_is_a_scan_is_recognised(machine, rendered):
    pages = machine.folder / "scan.pdf"
    picture_pdf(rendered / "scan" / "05-1.jpg", pages)
    answer = machine.extract("--json", pages)
    assert answer.json["origin"] == "scan"
    assert "6月24日(水)" in squeezed(answer.json["text"][0])
    assert answer.memory < 300 * MEBIBYTE


def picture_pdf(picture: Path, target: Path) -> None:
    """A page that shows a JPEG and has no text, as scanners write it."""
    data = picture.read_bytes()
    width, height = (render_letters.run("vipsheader", "-f", side, str(picture)).strip() for side in ("width", "height"))
    stream = b"q 595 0 0 842 0 0 cm /I Do Q"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/XObject/Subtype/Image/Width %s/Height %s/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length %d>>"
        b"stream\n%s\nendstream" % (width.encode(), height.encode(), len(data), data),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    target.write_bytes(
        body + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(body))
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16"])
@pytest.mark.parametrize("ending, origin", [("txt", "text"), ("csv", "csv")])
def test_text_is_read_in_every_encoding(machine, encoding, ending, origin):
    file = machine.folder / f"letter.{ending}"
    file.write_bytes("日付,行事\r\n5月24日(土),運動会・雨天順延\r\n".encode(encoding))
    answer = machine.extract("--json", file)
    assert answer.status == 0, answer.problem
    assert answer.json["origin"] == origin
    assert answer.json["text"][0].split() == ["日付,行事", "5月24日(土),運動会・雨天順延"]


def test_text_with_a_hole_is_refused(machine):
    file = machine.folder / "letter.txt"
    file.write_bytes("運動会は5月24日です".encode()[:-1] + b"\xff")
    answer = machine.extract("--json", file)
    assert (answer.status, answer.code) == (65, "bad_encoding")


def test_what_a_terminal_would_obey_is_made_visible(machine):
    file = machine.folder / "letter.txt"
    file.write_text("5月24日\x1b[2J運動会\n", encoding="utf-8")
    assert "\x1b" not in machine.extract(file).output


# MARK: office documents

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(file: Path, body: str, prolog: str = "", **parts: str) -> Path:
    document = f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document xmlns:w="{WORD}" '
    document += f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(name, content)
    return file


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def test_a_docx_keeps_paragraphs_tables_and_boxes(machine):
    box = f"<mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('枠の中 6月5日')}</w:txbxContent></mc:Choice>"
    box += f"<mc:Fallback><w:txbxContent>{paragraph('枠の中 6月5日')}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    table = "<w:tbl>" + row(paragraph("5/11(月)"), paragraph("尿検査") + paragraph("（1次）"), paragraph("全学年"))
    table += row(paragraph("5/12(火)"), "<w:p/>", paragraph("1・2年")) + "</w:tbl>"
    frame = "<w:tbl>" + row(paragraph("日時 5月24日") + paragraph("場所 校庭")) + "</w:tbl>"
    body = paragraph("お知らせ") + f"<w:p><w:r><w:t>運動会</w:t><w:br/><w:t>雨天</w:t><w:tab/><w:t>順延</w:t></w:r><w:r>{box}</w:r></w:p>"
    body += table + frame
    body += "<w:p><w:del><w:r><w:delText>5月23日</w:delText></w:r></w:del><w:ins><w:r><w:t>5月24日</w:t></w:r></w:ins></w:p>"
    body += "<w:p><w:r><w:ruby><w:rt><w:r><w:t>えんそく</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>遠足</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    answer = machine.extract("--json", docx(machine.folder / "letter.docx", body))
    assert answer.status == 0, answer.problem
    assert answer.json["origin"] == "docx"
    assert answer.json["text"][0].splitlines() == [
        "お知らせ", "運動会", "雨天    順延", "枠の中 6月5日", "5/11(月)   尿検査 （1次）   全学年", "5/12(火)      1・2年",
        "日時 5月24日", "場所 校庭", "5月24日", "遠足",
    ]


def xlsx(file: Path, cells: str, merged: str = "", strings: str = "", formats: str = "", styles: str = "") -> Path:
    names = {"workbook": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>'
             '<sheet name="年間" sheetId="1" r:id="r1"/><sheet name="控え" sheetId="2" state="hidden" r:id="r1"/>'
             "</sheets></workbook>",
             "_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
             "sharedStrings": f'<sst xmlns="{SHEET}">{strings}</sst>',
             "styles": f'<styleSheet xmlns="{SHEET}"><numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
             "worksheets/sheet1": f'<worksheet xmlns="{SHEET}"><sheetData>{cells}</sheetData><mergeCells>{merged}</mergeCells></worksheet>'}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr("xl/" + (name if name.endswith(".rels") else f"{name}.xml"), content)
    return file


def test_an_xlsx_is_shown_as_a_spreadsheet_shows_it(machine):
    strings = "<si><t>行事</t></si><si><r><t>始業</t></r><r><t>式</t></r><rPh><t>シギョウシキ</t></rPh></si><si><t>夏休み</t></si>"
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    cells += '<row r="2"><c r="A2" s="1"><v>46119</v></c><c r="B2" s="2"><v>46119</v></c><c r="C2" t="s"><v>1</v></c></row>'
    cells += '<row r="3"><c r="A3" s="3"><v>7</v></c><c r="B3" t="inlineStr"><is><t>土</t></is></c><c r="C3" t="s"><v>2</v></c></row>'
    cells += '<row r="4"><c r="A4" s="3"><v>8</v></c><c r="C4"/></row>'
    formats = '<numFmt numFmtId="164" formatCode="m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="aaa"/>'
    formats += '<numFmt numFmtId="166" formatCode="0&quot;日&quot;"/>'
    styles = '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>'
    merged = '<mergeCell ref="A1:C1"/><mergeCell ref="C3:C4"/>'
    answer = machine.extract("--json", xlsx(machine.folder / "plan.xlsx", cells, merged, strings, formats, styles))
    assert answer.status == 0, answer.problem
    assert answer.json["sheets"] == ["年間"]
    assert answer.json["text"] == ["行事,,\n4月7日,火,始業式\n7日,土,夏休み\n8日,,夏休み\n"]


def test_an_xlsx_of_libreoffice_is_read(machine):
    table = "日付,曜,行事\n2026/4/7,火,始業式\n2026/4/8,水,\"入学式, 9:30\"\n"
    source = machine.folder / "plan.csv"
    source.write_text(table, encoding="utf-8")
    render_letters.soffice([str(source)], machine.folder, "xlsx", "--infilter=CSV:44,34,76,1,,0,false,true,false")
    text = machine.extract("--json", machine.folder / "plan.xlsx").json["text"][0]
    assert text.splitlines()[0] == "日付,曜,行事"
    assert re.search(r'2026.4.7,火,始業式|0?4/0?7/(20)?26,火,始業式', text)
    assert '水,"入学式, 9:30"' in text


def billion_laughs() -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]>'


def refused(answer: Answer, code: str, flaw: str | None = None) -> None:
    assert answer.status == 65
    assert answer.code == code
    assert answer.flaws == ([flaw] if flaw else [])
    assert answer.seconds < 5
    assert answer.memory < 300 * MEBIBYTE


@pytest.mark.parametrize("is_honest", [True, False], ids=["as it says", "larger than it says"])
def test_a_zip_bomb_is_refused(machine, is_honest):
    bomb = machine.folder / "bomb.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        with archive.open("word/document.xml", "w") as part:
            for _ in range(1024):
                part.write(bytes(MEBIBYTE))
    if not is_honest:
        bomb.write_bytes(bomb.read_bytes().replace((1024 * MEBIBYTE).to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    assert bomb.stat().st_size < 2 * MEBIBYTE
    refused(machine.extract("--json", bomb), "too_large")


def test_an_entity_bomb_is_refused(machine):
    bomb = docx(machine.folder / "bomb.docx", paragraph("&a9;"), prolog=billion_laughs())
    refused(machine.extract("--json", bomb), "invalid", "corrupt_document")


def test_a_document_cannot_fetch_a_file_of_ours(machine):
    secret = machine.folder / "secret"
    secret.write_text("CANARY-FILE-LEAK")
    for encoding in ("utf-8", "utf-16", "utf-7", "cp037"):
        prolog = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]>'
        body = f'<?xml version="1.0" encoding="{encoding}"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>'
        body += paragraph("&x;") + "</w:body></w:document>"
        file = machine.folder / "letter.docx"
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("word/document.xml", body.encode(encoding))
        answer = machine.extract("--json", file)
        refused(answer, "invalid", "corrupt_document")
        assert "CANARY" not in answer.output + answer.problem


@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_nesting_is_refused(machine, depth):
    file = docx(machine.folder / "deep.docx", "<w:p>" * depth + "</w:p>" * depth)
    refused(machine.extract("--json", file), "invalid", "corrupt_document")


def test_a_sheet_of_far_corners_is_bounded(machine):
    cells = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    merged = "".join('<mergeCell ref="A1:XFD1048576"/>' for _ in range(2000))
    answer = machine.extract("--json", xlsx(machine.folder / "far.xlsx", cells, merged))
    assert answer.status == 0 and answer.json["text"] == ["1\n"]
    assert answer.seconds < 5


def test_documents_with_a_password_say_so(machine):
    compound = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    for name in ("letter.docx", "plan.xlsx"):
        file = machine.folder / name
        file.write_bytes(compound)
        refused(machine.extract("--json", file), "invalid", "encrypted_document")


def test_a_zip_that_is_no_document_is_refused(machine):
    for name, part in (("letter.docx", "xl/workbook.xml"), ("plan.xlsx", "word/document.xml")):
        file = machine.folder / name
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(part, "<a/>")
        refused(machine.extract("--json", file), "type_mismatch")


def test_a_truncated_docx_is_refused(machine):
    whole = docx(machine.folder / "whole.docx", paragraph("運動会") * 5000).read_bytes()
    half = machine.folder / "half.docx"
    half.write_bytes(whole[: len(whole) // 2])
    refused(machine.extract("--json", half), "invalid", "corrupt_document")


# MARK: the machine


TOOLS = ["prlimit", "unshare", "pdfinfo", "pdftotext", "pdfimages", "pdftoppm", "tesseract", "vips", "unzip", "xsltproc"]


def without(machine: Machine, tool: str) -> str:
    """A search path on which everything stands but one program."""
    folder = machine.folder / f"without-{tool}"
    folder.mkdir()
    for name in TOOLS:
        if name != tool:
            (folder / name).symlink_to(shutil.which(name))
    return str(folder)


@pytest.mark.parametrize(
    "tool, package, form",
    [
        ("prlimit", "util-linux", "chromium/05.pdf"), ("pdfinfo", "poppler-utils poppler-data", "chromium/05.pdf"),
        ("pdftotext", "poppler-utils poppler-data", "chromium/05.pdf"), ("tesseract", "tesseract-ocr-jpn", "scan/05-1.jpg"),
        ("vips", "libvips-tools", "scan/05-1.jpg"), ("unzip", "unzip", "docx/05.docx"), ("xsltproc", "xsltproc", "docx/05.docx"),
    ],
)
def test_a_missing_program_is_named_with_its_package(machine, rendered, tool, package, form):
    path = without(machine, tool)
    for language in ("ja", "en", "ja-simple"):
        answer = machine.extract(rendered / form, PATH=path, NOTICECTL_LANG=language)
        assert answer.status == 75
        assert tool in answer.problem and f"apt install {package.split()[0]}" in answer.problem.replace("tesseract-ocr tesseract-ocr-jpn", package)
    assert machine.extract("--json", rendered / form, PATH=path).code == "unavailable"


def test_a_machine_without_the_sandbox_still_reads_its_officers_files(machine, rendered):
    answer = machine.extract("--json", rendered / "chromium/05.pdf", PATH=without(machine, "unshare"))
    assert answer.status == 0 and "6月24日(水)" in answer.json["text"][0]


def test_interrupting_leaves_nothing_behind(machine, rendered):
    stand_in = Path(without(machine, "pdfinfo")) / "pdfinfo"
    stand_in.write_text("#!/bin/sh\nsleep 3674.25 & sleep 3674.25\n")
    stand_in.chmod(0o700)
    path = f"{stand_in.parent}:/usr/bin:/bin"
    process = subprocess.Popen(
        [str(NOTICECTL), "extract", "--text", str(rendered / "chromium/05.pdf")], env=machine.environment(PATH=path),
        stdout=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 20
    while not is_running("3674.25") and time.monotonic() < deadline:
        time.sleep(0.05)
    assert is_running("3674.25") and list(machine.jobs.iterdir())
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 130
    assert not is_running("3674.25")
    assert list(machine.jobs.iterdir()) == []


def is_running(argument: str) -> bool:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if argument.encode() in (folder / "cmdline").read_bytes().split(b"\0"):
                    return True
            except OSError:
                continue
    return False
