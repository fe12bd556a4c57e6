import Shares

/// A field may hold a megabyte and a page may not: lists and headings show the beginning of a long text, a share's page
/// more of it.
extension String {
    /// For lists and headings: 200 scalars at most, the last of them an ellipsis where there was more.
    var inShort: String { shortened(to: 200) }

    /// Whether an address can ask for it: addresses of up to 4096 bytes are answered, and a byte may take three there.
    var fitsAnAddress: Bool { utf8.count <= 1000 }
}

extension HTML {
    /// How much of one text a page shows, in scalars.
    private static let shown = 3000

    /// A text of a share: where it is long its beginning, and where the whole of it is.
    init(shown text: String) {
        let beginning = text.shortened(to: Self.shown)
        self.init(text: beginning)
        if beginning.utf8.count < text.utf8.count {
            append(tag(.span, .class("understood")) { "The rest is in the documents of the share and in the API." })
        }
    }
}
