/// One thing that is wrong with an XML document, in words, and where.
package struct XMLFault: Hashable, Sendable {
    package let message: String
    /// Counted from 1; nil where the document was built in memory. libxml2 counts no further than 65,535.
    package let line: Int?
    /// Counted from 1, in bytes for what the parser finds; nil where only the line is known.
    package let column: Int?

    /// Control characters of the message, which may quote the document, become spaces.
    package init(_ message: String, line: Int? = nil, column: Int? = nil) {
        var clean = String.UnicodeScalarView()
        for scalar in message.unicodeScalars {
            clean.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        while clean.last == " " { clean.removeLast() }
        self.message = String(clean)
        self.line = line
        self.column = column
    }
}

extension XMLFault: CustomStringConvertible {
    package var description: String {
        switch (line, column) {
        case (let line?, let column?): "Line \(line), column \(column): \(message)"
        case (let line?, nil): "Line \(line): \(message)"
        case (nil, _): message
        }
    }
}

/// Why a document was not accepted: every fault that was found, at least one.
package struct XMLFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let faults: [XMLFault]

    package init(_ faults: [XMLFault]) {
        self.faults = faults
    }

    static let noMemory = XMLFaults([XMLFault("There is no memory for the document.")])

    package var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}
