/// How tables look. LibreOffice heeds cell styles only where they are a document's automatic ones.
enum ODTTableStyles {
    /// - Parameter columnWidths: in hundredths of a centimetre.
    static func write(columnWidths: Set<Int>, into styles: inout XMLMarkup) {
        styles.append(
            """
            <style:style style:name="Data_20_table" style:family="table"><style:table-properties style:width="17cm" \
            table:align="left" table:border-model="collapsing"/></style:style>
            """)
        for width in columnWidths.sorted() {
            let fraction = width % 100
            styles.open("style:style")
            styles.set("style:name", to: "Column.\(width)")
            styles.set(" style:family=\"table-column\"")
            styles.open("style:table-column-properties")
            styles.set("style:column-width", to: "\(width / 100).\(fraction < 10 ? "0" : "")\(fraction)cm")
            styles.close("style:table-column-properties")
            styles.close("style:style")
        }
        styles.append(
            """
            <style:style style:name="Data_20_row" style:family="table-row"><style:table-row-properties \
            fo:keep-together="auto"/></style:style>\
            <style:style style:name="Data_20_cell" style:family="table-cell"><style:table-cell-properties \
            fo:padding="0.12cm" fo:border="0.5pt solid #b1b4b6" fo:background-color="transparent" \
            style:vertical-align="top"/></style:style>\
            <style:style style:name="Header_20_cell" style:family="table-cell"><style:table-cell-properties \
            fo:padding="0.12cm" fo:border="0.5pt solid #b1b4b6" fo:background-color="#f3f2f1" \
            style:vertical-align="top"/></style:style>
            """)
    }
}
