/// Looks through the bytes of a document before libxml2 sees them, and refuses what would let its sender make the parser
/// fetch, expand or grind: declarations, other encodings, too much of anything.
struct XMLByteScan {
    private let bytes: [UInt8]
    private let limits: XMLLimits

    init(_ bytes: [UInt8], limits: XMLLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// All that is wrong; empty where the parser may go on.
    func faults() -> [XMLFault] {
        guard bytes.count <= limits.size else {
            return [XMLFault("The document is longer than \(limits.size) bytes.")]
        }
        if let invalid = firstByteThatIsNotUTF8() {
            return [fault("The document is not in UTF-8.", at: invalid)]
        }
        var faults: [XMLFault] = []
        if let null = bytes.firstIndex(of: 0) {
            faults.append(fault("The document contains a NUL character.", at: null))
        }
        if let encoding = declaredEncoding(), encoding.lowercased() != "utf-8" {
            faults.append(fault("The document declares an encoding other than UTF-8.", at: 0))
        }
        // Wherever they stand, also in a comment: this check must not depend on reading comments as the parser does.
        for declaration in ["<!DOCTYPE", "<!ENTITY"] {
            if let place = index(of: declaration, from: 0) {
                faults.append(fault("\(declaration) is not accepted in a document.", at: place))
            }
        }
        return faults + shapeFaults()
    }

    /// Whether elements nest too deep or a tag has too many attributes; the first such place.
    private func shapeFaults() -> [XMLFault] {
        var position = 0
        // How many namespaces are declared in each element that is open.
        var open: [Int] = []
        var inScope = 0
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            if starts(with: "<!--", at: start) {
                position = end(of: "-->", from: start + 4)
            } else if starts(with: "<![CDATA[", at: start) {
                position = end(of: "]]>", from: start + 9)
            } else if starts(with: "<?", at: start) {
                position = end(of: "?>", from: start + 2)
            } else if starts(with: "</", at: start) {
                inScope -= open.popLast() ?? 0
                position = start + 2
            } else {
                let tag = tag(from: start + 1)
                if tag.attributes > limits.attributes {
                    return [fault("A tag has more than \(limits.attributes) attributes.", at: start)]
                }
                if inScope + tag.namespaces > limits.namespaces {
                    return [fault("More than \(limits.namespaces) namespaces are declared at once.", at: start)]
                }
                if open.count == limits.depth {
                    return [fault("Elements are nested more than \(limits.depth) deep.", at: start)]
                }
                if !tag.isEmpty {
                    open.append(tag.namespaces)
                    inScope += tag.namespaces
                }
                position = tag.end
            }
        }
        return []
    }

    private func tag(from start: Int) -> (end: Int, attributes: Int, namespaces: Int, isEmpty: Bool) {
        var attributes = 0
        var namespaces = 0
        var quote: UInt8?
        for position in start..<bytes.count {
            let byte = bytes[position]
            switch (quote, byte) {
            case (let open?, _): if byte == open { quote = nil }
            case (nil, UInt8(ascii: "\"")), (nil, UInt8(ascii: "'")): quote = byte
            case (nil, UInt8(ascii: "=")): attributes += 1
            case (nil, UInt8(ascii: ">")):
                return (position + 1, attributes, namespaces, bytes[position - 1] == UInt8(ascii: "/"))
            case (nil, UInt8(ascii: "x")) where isSpace(bytes[position - 1]) && starts(with: "xmlns", at: position):
                namespaces += 1
            default: break
            }
        }
        return (bytes.count, attributes, namespaces, false)
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// What the XML declaration says; nil where there is none or it names no encoding.
    private func declaredEncoding() -> String? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard starts(with: "<?xml", at: start) else { return nil }
        let end = end(of: "?>", from: start)
        guard let word = index(of: "encoding", from: start), word < end else { return nil }
        let rest = bytes[word..<end]
        guard let open = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
            let close = rest[(open + 1)...].firstIndex(of: bytes[open])
        else { return "" }
        return String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
    }

    private func firstByteThatIsNotUTF8() -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&rest) {
            offset += UTF8.width(scalar)
        }
        return offset
    }

    private func starts(with text: StaticString, at position: Int) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard position + wanted.count <= bytes.count else { return false }
        return wanted.indices.allSatisfy { bytes[position + $0] == wanted[$0] }
    }

    private func index(of text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return nil }
        var position = start
        while let place = bytes[min(position, bytes.count)...].firstIndex(of: first) {
            if bytes[place...].starts(with: wanted) { return place }
            position = place + 1
        }
        return nil
    }

    /// The first byte after that text; the end of the document where it does not come.
    private func end(of text: String, from start: Int) -> Int {
        index(of: text, from: start).map { $0 + text.utf8.count } ?? bytes.count
    }

    private func fault(_ message: String, at offset: Int) -> XMLFault {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return XMLFault(message, line: before.count { $0 == 0x0A } + 1, column: offset - lineStart + 1)
    }
}
