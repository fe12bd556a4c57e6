internal import Foundation

/// Reads delimited text row by row from chunks of bytes, in memory that does not grow with the file (RFC 4180).
///
/// Rows end with LF, CRLF or, where the first line of the file does, CR; a byte order mark is passed over. A quotation
/// mark inside an unquoted cell is text. A faulty row does not stop the rows after it. Control characters are carried
/// unharmed.
package struct CSVReader {
    private let delimiter: UInt8
    private let limits: CSVLimits
    private let nextChunk: () throws -> [UInt8]?

    private var chunk: [UInt8] = []
    private var position = 0
    /// The offset in the file of the first byte of `chunk`.
    private var chunkStart = 0
    private var hasEnded = false
    private var hasBegun = false

    private var row = 0
    private var line = 1
    /// Whether a CR alone ends a row: nil until the first line end has shown it.
    private var carriageReturnEndsRows: Bool?

    /// The cells of the row being read, end to end.
    private var bytes: [UInt8] = []
    private var cells: [Cell] = []
    private var faults: [CSVFault] = []
    private var column = 0

    private struct Cell {
        var start: Int
        var end: Int
        var isQuoted: Bool
        var offset: Int
        var line: Int
    }

    /// `nextChunk` gives the file's bytes in order, in pieces of any length, and nothing at its end.
    package init(
        delimiter: UInt8 = UInt8(ascii: ","), limits: CSVLimits = .standard,
        nextChunk: @escaping () throws -> [UInt8]?
    ) {
        self.delimiter = delimiter
        self.limits = limits
        self.nextChunk = nextChunk
    }

    /// The next row that is not a blank line; nothing at the end of the file.
    package mutating func next() throws -> CSVRecord? {
        if !hasBegun { try skipByteOrderMark() }
        while try peek() != nil {
            let firstLine = line
            try readRow()
            let isBlankLine = cells.count == 1 && cells[0].start == cells[0].end && !cells[0].isQuoted
            guard !isBlankLine || !faults.isEmpty else { continue }
            row += 1
            let texts = cells.indices.map { text(of: $0) }
            return CSVRecord(row: row, line: firstLine, cells: texts, faults: faults)
        }
        return nil
    }

    // MARK: - Bytes

    private var offset: Int { chunkStart + position }

    private mutating func refill() throws -> Bool {
        while !hasEnded {
            chunkStart += chunk.count
            position = 0
            guard let next = try nextChunk() else {
                hasEnded = true
                chunk = []
                return false
            }
            chunk = next
            if !chunk.isEmpty { return true }
        }
        return false
    }

    private mutating func peek() throws -> UInt8? {
        if position == chunk.count {
            guard try refill() else { return nil }
        }
        return chunk[position]
    }

    /// Quoted cells can be long, and most bytes of a file are looked at here: the C library's search is the quickest.
    private func next(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        chunk.withUnsafeBytes { bytes in
            guard start < end, end <= bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(byte), end - start)
            else { return nil }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }

    private mutating func countLines(upTo end: Int) {
        var start = position
        while let found = next(Byte.lineFeed, from: start, to: end) {
            line += 1
            start = found + 1
        }
    }

    private mutating func skipByteOrderMark() throws {
        hasBegun = true
        var start: [UInt8] = []
        while start.count < 3, !hasEnded {
            if let more = try nextChunk() { start += more } else { hasEnded = true }
        }
        chunk = start
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    // MARK: - Rows

    private mutating func readRow() throws {
        bytes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        faults.removeAll()
        column = 0
        repeat {
            column += 1
            try readCell()
        } while try readDelimiter()
    }

    /// Whether another cell follows; otherwise the row's end has been read.
    private mutating func readDelimiter() throws -> Bool {
        guard let byte = try peek() else { return false }
        position += 1
        if byte == delimiter { return true }
        line += 1
        if byte == Byte.carriageReturn {
            let isPair = try peek() == Byte.lineFeed
            if isPair { position += 1 }
            if carriageReturnEndsRows == nil { carriageReturnEndsRows = !isPair }
        } else if carriageReturnEndsRows == nil {
            carriageReturnEndsRows = false
        }
        return false
    }

    private mutating func readCell() throws {
        let cellOffset = offset
        let cellLine = line
        let start = bytes.count
        let isQuoted = try peek() == Byte.quote
        if isQuoted {
            position += 1
            try readQuoted(from: start, openedAt: cellOffset)
        } else {
            try readUnquoted(from: start)
        }
        guard column <= limits.columns else {
            bytes.removeSubrange(start...)
            if column == limits.columns + 1 {
                add(.tooManyColumns(limit: limits.columns), at: cellOffset, cellLine)
            }
            return
        }
        cells.append(Cell(start: start, end: bytes.count, isQuoted: isQuoted, offset: cellOffset, line: cellLine))
    }

    private mutating func readUnquoted(from start: Int) throws {
        while true {
            let delimiter = delimiter
            let end =
                chunk[position...].firstIndex {
                    $0 == delimiter || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
                } ?? chunk.endIndex
            take(upTo: end, from: start)
            guard let byte = try peek() else { return }
            // The run ended with the chunk, not with the cell.
            guard byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn else { continue }
            guard byte == Byte.carriageReturn, try !carriageReturnEndsThisRow() else { return }
            take(upTo: position + 1, from: start)
        }
    }

    /// A CR alone is text in a file whose rows end with LF or CRLF.
    private mutating func carriageReturnEndsThisRow() throws -> Bool {
        guard carriageReturnEndsRows == false else { return true }
        if position + 1 == chunk.count, !hasEnded {
            // The byte after it decides, and that is in the next chunk.
            guard let next = try nextChunk() else {
                hasEnded = true
                return true
            }
            chunk += next
            return try carriageReturnEndsThisRow()
        }
        return position + 1 == chunk.count || chunk[position + 1] == Byte.lineFeed
    }

    private mutating func readQuoted(from start: Int, openedAt opening: Int) throws {
        let openingLine = line
        while true {
            guard try peek() != nil else {
                add(.quoteOpen, at: opening, openingLine)
                return
            }
            let end = next(Byte.quote, from: position, to: chunk.count) ?? chunk.count
            countLines(upTo: end)
            take(upTo: end, from: start)
            guard try peek() == Byte.quote else { continue }
            position += 1
            guard try peek() == Byte.quote else { break }
            take(upTo: position + 1, from: start)
        }
        guard let byte = try peek(), byte != delimiter, byte != Byte.lineFeed, byte != Byte.carriageReturn else {
            return
        }
        add(.textAfterQuote, at: offset, line)
        try readUnquoted(from: start)
    }

    /// Adds the bytes before `end` to the cell that began at `start`, unless that makes it or the row too long.
    private mutating func take(upTo end: Int, from start: Int) {
        let run = chunk[position..<end]
        if bytes.count - start + run.count > limits.cell {
            addOnce(.cellTooLong(limit: limits.cell))
        } else if bytes.count + run.count > limits.row {
            addOnce(.rowTooLong(limit: limits.row))
        } else if column <= limits.columns {
            bytes += run
        }
        position = end
    }

    private mutating func addOnce(_ reason: CSVFault.Reason) {
        guard !faults.contains(where: { $0.reason == reason }) else { return }
        add(reason, at: offset, line)
    }

    private mutating func add(_ reason: CSVFault.Reason, at offset: Int, _ line: Int) {
        faults.append(CSVFault(reason: reason, column: column, offset: offset, line: line))
    }

    // MARK: - Text

    private mutating func text(of index: Int) -> String {
        let cell = cells[index]
        let content = bytes[cell.start..<cell.end]
        if let text = String(validating: content, as: UTF8.self) { return text }
        let place = content.prefix(UTF8Check.validPrefix(of: content))
        var offset = cell.offset + place.count
        if cell.isQuoted {
            // The opening mark, and the second of each pair that became one.
            offset += 1
            for byte in place where byte == Byte.quote { offset += 1 }
        }
        var line = cell.line
        for byte in place where byte == Byte.lineFeed { line += 1 }
        faults.append(CSVFault(reason: .notUTF8, column: index + 1, offset: offset, line: line))
        return ""
    }
}

private enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
