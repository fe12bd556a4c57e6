extension JSONReader {
    /// `number` of RFC 8259 section 6.
    mutating func number() throws(JSONFault) -> JSONNumber {
        let start = position
        if peek() == UInt8(ascii: "-") { position += 1 }
        let zero = peek() == UInt8(ascii: "0")
        let digits = try self.digits(since: start)
        guard !zero || digits == 1 else { throw fault(.invalidNumber, at: start) }
        var isInteger = true
        if peek() == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            _ = try self.digits(since: start)
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            isInteger = false
            position += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
            _ = try self.digits(since: start)
        }
        return isInteger ? try integer(from: start) : try double(from: start)
    }

    /// Steps over one digit or more and says how many there were.
    private mutating func digits(since start: Int) throws(JSONFault) -> Int {
        let first = position
        while let byte = peek(), byte >= 0x30, byte <= 0x39 { position += 1 }
        guard position > first else { throw fault(position < bytes.count ? .invalidNumber : .endOfText, at: start) }
        return position - first
    }

    private func integer(from start: Int) throws(JSONFault) -> JSONNumber {
        let isNegative = bytes[start] == UInt8(ascii: "-")
        var magnitude: Int64 = 0
        for byte in bytes[(isNegative ? start + 1 : start)..<position] {
            let (shifted, overflows) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = shifted.addingReportingOverflow(Int64(byte - 0x30))
            guard !overflows, !overflowsToo else { return try double(from: start) }
            magnitude = sum
        }
        guard magnitude <= JSONNumber.largestExact || limits.readsLargeIntegers else {
            throw fault(.integerOutOfRange, at: start)
        }
        return JSONNumber(isNegative ? -magnitude : magnitude)
    }

    private func double(from start: Int) throws(JSONFault) -> JSONNumber {
        let text = bytes[start..<position]
        guard let double = Double(String(decoding: text, as: UTF8.self)) else {
            throw fault(.invalidNumber, at: start)
        }
        let isWrittenAsInteger = text.allSatisfy { $0 == UInt8(ascii: "-") || $0 >= 0x30 && $0 <= 0x39 }
        // Below 1e21 ECMAScript writes a double without a point or an exponent, so such a number would come back from
        // its canonical text as an integer that is refused: what is read here can always be read again.
        let isIntegerWhenWritten = double.magnitude > Double(JSONNumber.largestExact) && double.magnitude < 1e21
        if isWrittenAsInteger || isIntegerWhenWritten, !limits.readsLargeIntegers {
            throw fault(.integerOutOfRange, at: start)
        }
        guard let number = JSONNumber(double) else { throw fault(.numberOutOfRange, at: start) }
        return number
    }
}
