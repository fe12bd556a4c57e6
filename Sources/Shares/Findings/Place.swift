/// Where in the input something was noticed, so that a person can go there.
package enum Place: Hashable, Sendable, Codable {
    /// A cell of a table: rows count from 1, the header being row 1; no column means the whole row.
    case cell(row: Int, column: String?)
    /// A line of a text file, counting from 1.
    case line(Int, column: Int?)
    /// A JSON Pointer (RFC 6901) into the named file.
    case pointer(file: String, String)
    /// A field of a share.
    case field(String)
    /// The input as a whole.
    case whole
}

extension Place: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cell(let row, let column?): "row \(row), column \(column)"
        case .cell(let row, nil): "row \(row)"
        case .line(let line, let column?): "line \(line), column \(column)"
        case .line(let line, nil): "line \(line)"
        case .pointer(let file, let pointer): pointer.isEmpty ? file : "\(file) at \(pointer)"
        case .field(let name): "field \(name)"
        case .whole: "the input"
        }
    }
}
