/// Files that are taken for a CSV by mistake, known by their first bytes (the ZIP, OLE and PDF file headers).
enum OtherFormat: CaseIterable {
    /// XLSX and ODS are ZIP files.
    case zip
    /// The XLS of before 2007.
    case ole
    case pdf

    private var signature: [UInt8] {
        switch self {
        case .zip: [0x50, 0x4B, 0x03, 0x04]
        case .ole: [0xD0, 0xCF, 0x11, 0xE0]
        case .pdf: Array("%PDF-".utf8)
        }
    }

    /// What it is and what to do about it, for whoever has the file.
    var says: String {
        switch self {
        case .zip, .ole:
            "The file is a spreadsheet (such as XLSX, ODS or XLS) or a ZIP file, and no CSV: open it and save the sheet as CSV UTF-8."
        case .pdf: "The file is a PDF, and no CSV: ask for the spreadsheet that it was made from, saved as CSV UTF-8."
        }
    }

    init?(beginningOf bytes: some Collection<UInt8>) {
        guard let format = Self.allCases.first(where: { bytes.starts(with: $0.signature) }) else { return nil }
        self = format
    }
}
