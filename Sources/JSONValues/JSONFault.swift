/// Why a text was not accepted as JSON, and where.
package struct JSONFault: Error, Hashable, Sendable {
    /// What was wrong; each has its sentence in `explanation`.
    package enum Reason: Hashable, Sendable {
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case byteOrderMark
        case invalidUTF8
        case endOfText
        case unexpectedCharacter
        case textAfterTheValue
        case trailingComma
        case controlCharacter
        case invalidEscape
        case loneSurrogate
        case invalidNumber
        case integerOutOfRange
        case numberOutOfRange
        case duplicateKey(String)
    }

    package let reason: Reason
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in Unicode scalars.
    package let column: Int
    /// Counted from 0, in bytes.
    package let offset: Int
    /// The value that was being read.
    package let pointer: JSONPointer
}

extension JSONFault.Reason {
    /// A sentence for the person who can mend the text.
    package var explanation: String {
        switch self {
        case .tooLarge(let limit): "The text is longer than \(limit) bytes."
        case .tooDeep(let limit): "Lists and objects are nested more than \(limit) deep."
        case .byteOrderMark: "The text begins with a byte order mark; JSON has none."
        case .invalidUTF8: "These bytes are not UTF-8."
        case .endOfText: "The text ends before the value does."
        case .unexpectedCharacter: "This character cannot stand here."
        case .textAfterTheValue: "There is more text after the end of the value."
        case .trailingComma: "A comma must be followed by another value."
        case .controlCharacter: "A control character inside a text must be written as an escape."
        case .invalidEscape: "This backslash does not begin an escape that JSON knows."
        case .loneSurrogate: "This escape is one half of a surrogate pair without the other."
        case .invalidNumber: "This is not a number as JSON writes them."
        case .integerOutOfRange: "This whole number is beyond ±9007199254740991, where readers lose digits."
        case .numberOutOfRange: "This number is too large."
        // Escaped, because the key comes from outside and the message may be shown on a terminal.
        case .duplicateKey(let key): "The key \(JSONValue.string(key).compact) appears twice in this object."
        }
    }
}

extension JSONFault: CustomStringConvertible {
    /// One line: where, the pointer if there is one, and the sentence.
    package var description: String {
        let place = pointer.tokens.isEmpty ? "" : " at \(pointer)"
        return "Line \(line), column \(column)\(place): \(reason.explanation)"
    }
}
