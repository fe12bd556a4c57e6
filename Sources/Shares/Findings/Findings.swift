/// Bad input, told all at once: everything noticed, each with its place.
package struct Findings: Error, Hashable, Sendable, Codable {
    package private(set) var all: [Finding] = []

    package init(_ all: [Finding] = []) {
        self.all = all
    }

    package var errors: [Finding] { all.filter { $0.severity == .error } }
    package var warnings: [Finding] { all.filter { $0.severity == .warning } }
    package var hasErrors: Bool { all.contains { $0.severity == .error } }
    package var isEmpty: Bool { all.isEmpty }

    package mutating func append(_ finding: Finding) {
        all.append(finding)
    }

    package mutating func append(_ more: Findings) {
        all += more.all
    }
}

extension Findings: CustomStringConvertible {
    package var description: String { all.map(\.description).joined(separator: "\n") }
}
