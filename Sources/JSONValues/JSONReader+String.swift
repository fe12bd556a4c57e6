extension JSONReader {
    /// `string` of RFC 8259 section 7, from its opening quotation mark.
    mutating func string() throws(JSONFault) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let text = try text(bytes[start..<position])
                position += 1
                return text
            case UInt8(ascii: "\\"):
                return try stringWithEscapes(from: start)
            case 0..<0x20:
                throw fault(.controlCharacter)
            default:
                position += 1
            }
        }
        throw fault(.endOfText)
    }

    /// The rest of a string from its first backslash on, with what came before it.
    private mutating func stringWithEscapes(from start: Int) throws(JSONFault) -> String {
        var runStart = start
        var text = ""
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                text += try self.text(bytes[runStart..<position])
                position += 1
                return text
            case UInt8(ascii: "\\"):
                text += try self.text(bytes[runStart..<position])
                text.unicodeScalars.append(try escape())
                runStart = position
            case 0..<0x20:
                throw fault(.controlCharacter)
            default:
                position += 1
            }
        }
        throw fault(.endOfText)
    }

    /// One escape, from its backslash.
    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let letter = peek() else { throw fault(.endOfText) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw fault(.invalidEscape, at: start)
        }
    }

    /// What follows `\u`; a pair of surrogates is one scalar, half a pair is refused.
    private mutating func unicodeEscape(from start: Int) throws(JSONFault) -> Unicode.Scalar {
        let unit = try hexadecimal(from: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), bytes[position...].starts(with: [0x5C, 0x75]) else {
            throw fault(.loneSurrogate, at: start)
        }
        position += 2
        let second = try hexadecimal(from: start)
        guard UTF16.isTrailSurrogate(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { throw fault(.loneSurrogate, at: start) }
        return scalar
    }

    private mutating func hexadecimal(from start: Int) throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek() else { throw fault(.endOfText) }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw fault(.invalidEscape, at: start)
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    private func text(_ run: ArraySlice<UInt8>) throws(JSONFault) -> String {
        if let text = String(validating: run, as: UTF8.self) { return text }
        throw fault(.invalidUTF8, at: firstInvalidByte(in: run))
    }

    /// Where the bytes stop being UTF-8.
    private func firstInvalidByte(in run: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var rest = run.makeIterator()
        var offset = run.startIndex
        while case .scalarValue(let scalar) = decoder.decode(&rest) {
            offset += UTF8.width(scalar)
        }
        return offset
    }
}
