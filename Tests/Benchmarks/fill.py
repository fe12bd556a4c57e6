"""The same agreement by python-odfpy, element by element, or by docxtpl, from a template made once."""

import sys
from html.parser import HTMLParser
from pathlib import Path

BLOCKS = {"h1", "h2", "h3", "p", "li", "dt", "dd", "caption"}


class Page(HTMLParser):
    """The blocks of an agreement as this program writes it: (kind, text), and of a table its rows of cells."""

    def __init__(self, text: str):
        super().__init__()
        self.blocks: list[tuple[str, object]] = []
        self.kind: str | None = None
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.blocks.append(("table", []))
        elif tag == "tr":
            self.blocks[-1][1].append([])
        elif tag in BLOCKS or tag in ("th", "td"):
            self.kind, self.words = tag, []

    def handle_endtag(self, tag):
        if tag != self.kind:
            return
        text = " ".join("".join(self.words).split())
        if tag in ("th", "td"):
            self.blocks[-1][1][-1].append(text)
        elif text and tag == "caption":
            self.blocks.insert(-1, (tag, text))
        elif text:
            self.blocks.append((tag, text))
        self.kind = None

    def handle_data(self, data):
        if self.kind:
            self.words.append(data)


def texts(blocks):
    for kind, content in blocks:
        if kind == "table":
            for row in content:
                yield from row
        else:
            yield content


def fill_with_odfpy(blocks, path: Path):
    from odf.opendocument import OpenDocumentText
    from odf.style import Style, TextProperties
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.text import H, P

    document = OpenDocumentText()
    bold = Style(name="Strong", family="paragraph")
    bold.addElement(TextProperties(fontweight="bold"))
    document.styles.addElement(bold)
    for kind, content in blocks:
        if kind == "table":
            table = Table()
            table.addElement(TableColumn(numbercolumnsrepeated=max(map(len, content))))
            for row in content:
                line = TableRow()
                table.addElement(line)
                for text in row:
                    cell = TableCell()
                    cell.addElement(P(text=text))
                    line.addElement(cell)
            document.text.addElement(table)
        elif kind in ("h1", "h2", "h3"):
            document.text.addElement(H(outlinelevel=int(kind[1]), text=content))
        else:
            document.text.addElement(P(text=content, **({"stylename": bold} if kind in ("dt", "caption") else {})))
    document.save(str(path))


def template_for_docxtpl(blocks, others, path: Path) -> dict[str, str]:
    """Writes a template whose gaps are what two agreements do not have in common, and gives the values of the first."""
    from docx import Document

    common = set(texts(others))
    values: dict[str, str] = {}

    def gap(text):
        if text in common:
            return text
        values[f"v{len(values)}"] = text
        return "{{ v%d }}" % (len(values) - 1)

    document = Document()
    for kind, content in blocks:
        if kind == "table":
            table = document.add_table(rows=len(content), cols=max(map(len, content)))
            for row, cells in zip(table.rows, content):
                for cell, text in zip(row.cells, cells):
                    cell.text = gap(text)
        elif kind in ("h1", "h2", "h3"):
            document.add_heading(gap(content), level=int(kind[1]))
        else:
            document.add_paragraph(gap(content))
    document.save(str(path))
    return values


def main(library: str, count: str, folder: str, page: str, other: str):
    blocks, others = (Page(Path(one).read_text()).blocks for one in (page, other))
    target = Path(folder)
    target.mkdir(exist_ok=True)
    if library == "odfpy":
        for number in range(int(count)):
            fill_with_odfpy(blocks, target / f"{number}.odt")
        return
    from docxtpl import DocxTemplate

    template = target / "template.docx"
    values = template_for_docxtpl(blocks, others, template)
    for number in range(int(count)):
        document = DocxTemplate(template)
        document.render(values, autoescape=True)
        document.save(target / f"{number}.docx")


main(*sys.argv[1:])
