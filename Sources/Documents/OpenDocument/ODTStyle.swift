/// The styles that texts of a document bear; `ODTStyles` says how they look.
enum ODTStyle {
    case body, guidance, subtitle, note, signatureLine, lastSignatureLine, caption
    case listText, term, meaning
    case tableHeading, tableText, afterTable
    case contentsHeading, contentsEntry
    case heading1, heading2, heading3, heading4, annexHeading
    case strong, emphasis, missing

    /// As an element has it.
    var attribute: StaticString {
        switch self {
        case .body: " text:style-name=\"Text_20_body\""
        case .guidance: " text:style-name=\"Guidance\""
        case .subtitle: " text:style-name=\"Subtitle\""
        case .note: " text:style-name=\"Note\""
        case .signatureLine: " text:style-name=\"Signature_20_line\""
        case .lastSignatureLine: " text:style-name=\"Last_20_signature_20_line\""
        case .caption: " text:style-name=\"Caption\""
        case .listText: " text:style-name=\"List_20_text\""
        case .term: " text:style-name=\"Term\""
        case .meaning: " text:style-name=\"Meaning\""
        case .tableHeading: " text:style-name=\"Table_20_heading\""
        case .tableText: " text:style-name=\"Table_20_text\""
        case .afterTable: " text:style-name=\"After_20_table\""
        case .contentsHeading: " text:style-name=\"Contents_20_heading\""
        case .contentsEntry: " text:style-name=\"Contents_20_entry\""
        case .heading1: " text:style-name=\"Heading_20_1\""
        case .heading2: " text:style-name=\"Heading_20_2\""
        case .heading3: " text:style-name=\"Heading_20_3\""
        case .heading4: " text:style-name=\"Heading_20_4\""
        case .annexHeading: " text:style-name=\"Annex_20_heading\""
        case .strong: " text:style-name=\"Strong\""
        case .emphasis: " text:style-name=\"Emphasis\""
        case .missing: " text:style-name=\"Missing\""
        }
    }

    /// What the classes of a paragraph ask for; nil where none asks for anything.
    init?(classes: [String]) {
        for name in classes {
            switch name {
            case "guidance": self = .guidance
            case "subtitle": self = .subtitle
            case "note": self = .note
            case "line": self = .signatureLine
            default: continue
            }
            return
        }
        return nil
    }

    init(headingLevel level: Int) {
        switch level {
        case 2: self = .heading2
        case 3: self = .heading3
        case 4: self = .heading4
        default: self = .heading1
        }
    }
}
