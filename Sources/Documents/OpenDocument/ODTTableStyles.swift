import XMLTrees

/// How tables look. LibreOffice heeds cell styles only where they are a document's automatic ones.
enum ODTTableStyles {
    /// - Parameter columnWidths: in hundredths of a centimetre.
    static func write(columnWidths: Set<Int>, into automatic: XMLElement) {
        let table = style("Data_20_table", "table", in: automatic).append("table-properties")
        table.set("width", in: ODF.style, to: "17cm")
        table.set("align", in: ODF.table, to: "left")
        table.set("border-model", in: ODF.table, to: "collapsing")
        for width in columnWidths.sorted() {
            let fraction = width % 100
            style("Column.\(width)", "table-column", in: automatic).append("table-column-properties").set(
                "column-width", in: ODF.style, to: "\(width / 100).\(fraction < 10 ? "0" : "")\(fraction)cm")
        }
        style("Data_20_row", "table-row", in: automatic).append("table-row-properties")
            .set("keep-together", in: ODF.fo, to: "auto")
        cell("Data_20_cell", background: "transparent", in: automatic)
        cell("Header_20_cell", background: "#f3f2f1", in: automatic)
    }

    private static func style(_ name: String, _ family: String, in automatic: XMLElement) -> XMLElement {
        let style = automatic.append("style", namespace: ODF.style)
        style.set("name", in: ODF.style, to: name)
        style.set("family", in: ODF.style, to: family)
        return style
    }

    private static func cell(_ name: String, background: String, in automatic: XMLElement) {
        let cell = style(name, "table-cell", in: automatic).append("table-cell-properties")
        cell.set("padding", in: ODF.fo, to: "0.12cm")
        cell.set("border", in: ODF.fo, to: "0.5pt solid #b1b4b6")
        cell.set("background-color", in: ODF.fo, to: background)
        cell.set("vertical-align", in: ODF.style, to: "top")
    }
}
