import XMLTrees

/// `styles.xml`: how the document looks, and the header and footer of its pages with the classification marking.
enum ODTStyles {
    static func bytes(for properties: DocumentProperties) throws(XMLFaults) -> [UInt8] {
        let (language, country) = parts(of: properties.language)
        var styles: [UInt8] = []
        for piece in try pieces.get() {
            styles.append(contentsOf: piece.before)
            switch piece.place {
            case .marking?: append(properties.marking, as: .xmlText, to: &styles)
            // The page numbers follow the reference.
            case .reference?: append(properties.reference, as: .xmlText, to: &styles)
            case .language?: append(language, as: .xmlAttribute, to: &styles)
            case .country?: append(country, as: .xmlAttribute, to: &styles)
            case nil: break
            }
        }
        return styles
    }

    private static func append(_ value: String, as escaping: Markup.Escaping, to styles: inout [UInt8]) {
        var text = Markup()
        text.append(text: value, as: escaping)
        styles.append(contentsOf: text.bytes)
    }

    /// What differs from one document to another; in the source it stands between braces.
    private enum Place: String, CaseIterable {
        case marking, reference, language, country
    }

    /// The file as all documents have it, up to each place and after the last.
    private static let pieces = Result<[(before: [UInt8], place: Place?)], XMLFaults> { () throws(XMLFaults) in
        var pieces: [(before: [UInt8], place: Place?)] = []
        var rest = try XMLTree.parse(Array(source.utf8)).serialised()[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else { break }
            pieces.append(
                (Array(rest[..<open]), Place(rawValue: String(decoding: rest[(open + 1)..<close], as: UTF8.self))))
            rest = rest[(close + 1)...]
        }
        pieces.append((Array(rest), nil))
        return pieces
    }

    /// `en-GB` as language and country.
    private static func parts(of tag: String) -> (language: String, country: String) {
        let parts = tag.split(separator: "-")
        return (String(parts.first ?? "en"), parts.count > 1 ? String(parts[1]) : "none")
    }

    private static let source = """
        <office:document-styles xmlns:office="\(ODF.office.uri)" xmlns:style="\(ODF.style.uri)"
            xmlns:text="\(ODF.text.uri)" xmlns:table="\(ODF.table.uri)" xmlns:fo="\(ODF.fo.uri)" office:version="1.2">
        <office:styles>
        <style:default-style style:family="paragraph">
        <style:paragraph-properties fo:hyphenation-ladder-count="no-limit" style:tab-stop-distance="1.25cm"
            style:writing-mode="page"/>
        <style:text-properties fo:font-family="'Liberation Sans', Arial, Helvetica, sans-serif" fo:font-size="11pt"
            fo:language="{language}" fo:country="{country}" fo:color="#0b0c0c" fo:hyphenate="false"/>
        </style:default-style>
        <style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>
        </style:default-style>
        <style:default-style style:family="table-row"><style:table-row-properties fo:keep-together="auto"/>
        </style:default-style>
        \(paragraph("Standard", "", ""))
        \(paragraph("Text body", "fo:margin-top=\"0.1cm\" fo:margin-bottom=\"0.2cm\" fo:line-height=\"125%\" fo:orphans=\"2\" fo:widows=\"2\"", ""))
        \(paragraph("Guidance", "fo:margin-bottom=\"0.2cm\"", "fo:font-style=\"italic\" fo:color=\"#383f43\"", parent: "Text body"))
        \(paragraph("Subtitle", "fo:margin-bottom=\"0.4cm\"", "fo:font-size=\"14pt\"", parent: "Text body"))
        \(paragraph(
            "Note",
            "fo:margin-bottom=\"0.1cm\" fo:padding=\"0.2cm\" fo:border-left=\"0.1cm solid #942514\" fo:border-top=\"none\" "
                + "fo:border-right=\"none\" fo:border-bottom=\"none\"", "", parent: "Text body"))
        \(paragraph(
            "Signature line",
            // Borders of like paragraphs would grow into one, below the last.
            "fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.1cm\" fo:border-bottom=\"0.5pt solid #505a5f\" "
                + "style:join-border=\"false\" fo:keep-with-next=\"always\"", "", parent: "Text body"))
        \(paragraph("Last signature line", "fo:keep-with-next=\"auto\"", "", parent: "Signature line"))
        \(paragraph("List text", "fo:margin-bottom=\"0.1cm\"", "", parent: "Text body"))
        \(paragraph("Term", "fo:margin-top=\"0.2cm\" fo:keep-with-next=\"always\"", "fo:font-weight=\"bold\"", parent: "Text body"))
        \(paragraph("Meaning", "fo:margin-left=\"0.75cm\" fo:margin-bottom=\"0.2cm\"", "", parent: "Text body"))
        \(paragraph("Table text", "fo:margin-bottom=\"0.05cm\"", "fo:font-size=\"10pt\""))
        \(paragraph("Table heading", "fo:margin-bottom=\"0.05cm\"", "fo:font-size=\"10pt\" fo:font-weight=\"bold\""))
        \(paragraph("After table", "", "fo:font-size=\"6pt\""))
        \(paragraph("Caption", "fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.15cm\" fo:keep-with-next=\"always\"", "fo:font-weight=\"bold\""))
        \(paragraph("Contents heading", "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"", "fo:font-size=\"16pt\" fo:font-weight=\"bold\""))
        \(paragraph("Contents entry", "fo:margin-bottom=\"0.05cm\"", "", tab: "17cm"))
        \(heading(1, size: 26, "fo:margin-bottom=\"0.4cm\""))
        \(heading(2, size: 16, "fo:margin-top=\"0.7cm\" fo:margin-bottom=\"0.25cm\""))
        \(heading(3, size: 13, "fo:margin-top=\"0.45cm\" fo:margin-bottom=\"0.2cm\""))
        \(heading(4, size: 11, "fo:margin-top=\"0.35cm\" fo:margin-bottom=\"0.15cm\""))
        \(paragraph("Annex heading", "fo:break-before=\"page\"", "", parent: "Heading 2", level: 2))
        \(paragraph("Header", "fo:text-align=\"center\"", "fo:font-weight=\"bold\""))
        \(paragraph("Footer", "fo:text-align=\"center\"", "fo:font-size=\"9pt\""))
        \(paragraph("Footer marking", "fo:text-align=\"center\"", "fo:font-weight=\"bold\""))
        \(character("Strong", "fo:font-weight=\"bold\""))
        \(character("Emphasis", "fo:font-style=\"italic\""))
        \(character("Missing", "fo:font-weight=\"bold\" fo:color=\"#942514\" fo:background-color=\"#fff2d3\""))
        <text:outline-style style:name="Outline">
        \((1...4).map { "<text:outline-level-style text:level=\"\($0)\" style:num-format=\"\"/>" }.joined())
        </text:outline-style>
        <text:list-style style:name="Bullets">
        \((1...3).map { "<text:list-level-style-bullet text:level=\"\($0)\" text:bullet-char=\"•\">" + indent($0)
            + "</text:list-level-style-bullet>" }.joined())
        </text:list-style>
        <text:list-style style:name="Numbers">
        \((1...3).map { "<text:list-level-style-number text:level=\"\($0)\" style:num-format=\"1\" style:num-suffix=\".\">"
            + indent($0) + "</text:list-level-style-number>" }.joined())
        </text:list-style>
        </office:styles>
        <office:automatic-styles>
        <style:page-layout style:name="A4">
        <style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait"
            fo:margin-top="1.2cm" fo:margin-bottom="1.2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
        <style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/>
        </style:header-style>
        <style:footer-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-top="0.5cm"/>
        </style:footer-style>
        </style:page-layout>
        </office:automatic-styles>
        <office:master-styles>
        <style:master-page style:name="Standard" style:page-layout-name="A4">
        <style:header><text:p text:style-name="Header">{marking}</text:p></style:header>
        <style:footer><text:p text:style-name="Footer"><text:span>{reference}</text:span> · Page <text:page-number \
        text:select-page="current">1</text:page-number> of <text:page-count>1</text:page-count></text:p>\
        <text:p text:style-name="Footer_20_marking">{marking}</text:p></style:footer>
        </style:master-page>
        </office:master-styles>
        </office:document-styles>
        """

    private static func paragraph(
        _ name: String, _ paragraph: String, _ text: String, parent: String? = nil, level: Int? = nil,
        tab: String? = nil
    ) -> String {
        let parent = parent ?? (name == "Standard" ? nil : "Standard")
        return "<style:style style:name=\"\(encoded(name))\" style:display-name=\"\(name)\" style:family=\"paragraph\""
            + (parent.map { " style:parent-style-name=\"\(encoded($0))\"" } ?? "")
            + (level.map { " style:default-outline-level=\"\($0)\"" } ?? "") + ">"
            + "<style:paragraph-properties \(paragraph)>\(tab.map(numbers) ?? "")</style:paragraph-properties>"
            + "<style:text-properties \(text)/></style:style>"
    }

    /// A tab to numbers on the right, with dots that lead there.
    private static func numbers(at position: String) -> String {
        "<style:tab-stops><style:tab-stop style:position=\"\(position)\" style:type=\"right\" "
            + "style:leader-style=\"dotted\" style:leader-text=\".\"/></style:tab-stops>"
    }

    private static func heading(_ level: Int, size: Int, _ properties: String) -> String {
        paragraph(
            "Heading \(level)", "fo:keep-with-next=\"always\" \(properties)",
            "fo:font-size=\"\(size)pt\" fo:font-weight=\"bold\"", level: level)
    }

    private static func character(_ name: String, _ text: String) -> String {
        "<style:style style:name=\"\(name)\" style:family=\"text\"><style:text-properties \(text)/></style:style>"
    }

    private static func indent(_ level: Int) -> String {
        "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
            + "<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
            + "fo:text-indent=\"-0.6cm\" fo:margin-left=\"\(level).\(level * 2)cm\"/></style:list-level-properties>"
    }

    /// A style's name as OpenDocument writes it inside a file.
    private static func encoded(_ name: String) -> String {
        name.split(separator: " ").joined(separator: "_20_")
    }
}
