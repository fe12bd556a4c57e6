import Casework
import Foundation

/// A form with files, as browsers send it (RFC 7578).
struct MultipartForm: Sendable {
    private static let mostParts = 50

    private(set) var fields: [(String, String)] = []
    private(set) var files: [String: SentFile] = [:]

    /// Nil where the body is not such a form: every part begins after the boundary of the content type, and says its name.
    init?(_ body: Data, contentType: String) {
        guard let boundary = Self.boundary(in: contentType) else { return nil }
        let delimiter = Data("\r\n--\(boundary)".utf8)
        guard body.starts(with: delimiter.dropFirst(2)) else { return nil }
        var start = body.startIndex + delimiter.count - 2
        for _ in 0..<Self.mostParts {
            let rest = body[start...]
            if rest.starts(with: Data("--".utf8)) { return }
            guard rest.starts(with: Data("\r\n".utf8)), let end = body.range(of: delimiter, in: start..<body.endIndex),
                take(body[(start + 2)..<max(start + 2, end.lowerBound)])
            else { return nil }
            start = end.upperBound
        }
        return nil
    }

    private mutating func take(_ part: Data) -> Bool {
        guard let end = part.range(of: Data("\r\n\r\n".utf8)),
            let head = String(validating: part[..<end.lowerBound], as: UTF8.self),
            let name = Self.parameter("name", in: head)
        else { return false }
        let content = part[end.upperBound...]
        if let file = Self.parameter("filename", in: head) {
            // Nothing was chosen where both are empty.
            if !file.isEmpty || !content.isEmpty { files[name] = SentFile(name: file, bytes: Array(content)) }
            return true
        }
        guard let text = String(validating: content, as: UTF8.self) else { return false }
        fields.append((name, text))
        return true
    }

    /// Browsers write a quote within a value as `%22`, so that a value ends with the next quote.
    private static func parameter(_ name: String, in head: String) -> String? {
        guard let start = head.range(of: "; \(name)=\"", options: .literal),
            let end = head.range(of: "\"", options: .literal, range: start.upperBound..<head.endIndex)
        else { return nil }
        return String(head[start.upperBound..<end.lowerBound])
    }

    private static func boundary(in type: String) -> String? {
        guard let start = type.range(of: "boundary=", options: .literal) else { return nil }
        let text = type[start.upperBound...].prefix { $0 != ";" }.trimmingCharacters(
            in: CharacterSet(charactersIn: "\" "))
        return (1...70).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? text : nil
    }
}
