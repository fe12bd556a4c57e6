import XMLTrees

/// Writes a comparison as OpenDocument content with tracked changes (OpenDocument 1.2, part 1, section 5.5).
enum ComparisonODT {
    /// - Parameter day: when the newer version was made, in ISO 8601.
    static func content(of comparison: DocumentComparison, words: String, day: String) throws -> [UInt8] {
        let tree = try ODF.document(
            "document-content", ODF.office,
            declaring: [ODF.text, ODF.table, ODF.style, ODF.fo, ODF.link, ODF.dublinCore])
        tree.root.append("automatic-styles")
        let text = tree.root.append("body").append("text")
        let tracked = text.append("tracked-changes", namespace: ODF.text)
        tracked.set("track-changes", in: ODF.text, to: "false")
        let note = text.append("p", namespace: ODF.text, text: words)
        note.set("style-name", in: ODF.text, to: "Note")
        var count = 0
        for block in comparison.blocks {
            let element = text.append(block.level == nil ? "p" : "h", namespace: ODF.text)
            element.set(
                "style-name", in: ODF.text, to: block.level.map { "Heading_20_\($0)" } ?? "Text_20_body")
            if let level = block.level { element.set("outline-level", in: ODF.text, to: String(level)) }
            for piece in block.pieces {
                if piece.change == .same {
                    put(piece.text, into: element)
                    continue
                }
                count += 1
                let id = "change-\(count)"
                region(piece, id: id, day: day, into: tracked)
                if piece.change == .deleted {
                    change("change", id, into: element)
                } else {
                    change("change-start", id, into: element)
                    put(piece.text, into: element)
                    change("change-end", id, into: element)
                }
            }
        }
        if count == 0 { tracked.remove() }
        return try tree.serialised()
    }

    private static func region(
        _ piece: DocumentComparison.Piece, id: String, day: String, into tracked: XMLElement
    ) {
        let region = tracked.append("changed-region")
        region.set("id", in: .xml, to: id)
        region.set("id", in: ODF.text, to: id)
        let change = region.append(piece.change == .deleted ? "deletion" : "insertion")
        let info = change.append("change-info", namespace: ODF.office)
        info.append("creator", namespace: ODF.dublinCore, text: "Concordat")
        info.append("date", namespace: ODF.dublinCore, text: day + "T00:00:00")
        if piece.change == .deleted {
            let gone = change.append("p", namespace: ODF.text)
            gone.set("style-name", in: ODF.text, to: "Text_20_body")
            put(piece.text, into: gone)
        }
    }

    private static func change(_ name: String, _ id: String, into element: XMLElement) {
        element.append(name, namespace: ODF.text).set("change-id", in: ODF.text, to: id)
    }

    /// A space at an end of a text would be lost between elements.
    private static func put(_ text: String, into element: XMLElement) {
        var words = text.unicodeScalars[...]
        if words.first == " " {
            element.append("s", namespace: ODF.text)
            words = words.dropFirst()
        }
        let endsWithSpace = words.last == " "
        if endsWithSpace { words = words.dropLast() }
        element.append(text: String(words))
        if endsWithSpace { element.append("s", namespace: ODF.text) }
    }
}
