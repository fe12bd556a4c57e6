/// A field may hold a megabyte and a page may not: lists and headings show the beginning of a long text, a share's page
/// more of it. Counted in scalars, because one character may hold any number of them.
extension String {
    /// For lists and headings: 200 scalars at most, the last of them an ellipsis where there was more.
    var inShort: String { beginning(200) }

    /// Whether an address can ask for it: addresses of up to 4096 bytes are answered, and a byte may take three there.
    var fitsAnAddress: Bool { utf8.count <= 1000 }

    /// As much as `count` scalars can show.
    fileprivate func beginning(_ count: Int) -> String {
        // No text has more scalars than bytes, which are counted at once.
        guard utf8.count > count,
            let end = unicodeScalars.index(
                unicodeScalars.startIndex, offsetBy: count, limitedBy: unicodeScalars.endIndex),
            end != unicodeScalars.endIndex
        else { return self }
        return String(unicodeScalars.prefix(count - 1)) + "…"
    }
}

extension HTML {
    /// How much of one text a page shows, in scalars.
    private static let shown = 3000

    /// A text of a share: where it is long its beginning, and where the whole of it is.
    init(shown text: String) {
        let beginning = text.beginning(Self.shown)
        self.init(text: beginning)
        if beginning.utf8.count < text.utf8.count {
            append(tag(.span, .class("understood")) { "The rest is in the documents of the share and in the API." })
        }
    }
}
