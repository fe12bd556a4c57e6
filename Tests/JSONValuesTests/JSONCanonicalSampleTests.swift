import Foundation
import JSONValues
import Testing

/// The published samples of RFC 8785's authors. They lie beside the repository, in `../shared/standards/jcs`, and are not
/// part of it: where that folder is missing these tests are skipped, and the RFC's own tables still hold.
@Suite(.enabled(if: Samples.areThere, "../shared/standards/jcs is not beside the repository"))
struct JSONCanonicalSampleTests {
    @Test(arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
    func aSampleBecomesItsPublishedCanonicalForm(name: String) throws {
        let input = try Data(contentsOf: Samples.folder.appending(path: "in-\(name).json"))
        let output = try Data(contentsOf: Samples.folder.appending(path: "out-\(name).json"))
        let canonical = try JSONValue(parsing: input).canonical()
        #expect(canonical == Array(output))
        #expect(try JSONValue(parsing: canonical).canonical() == canonical)
    }
}

private enum Samples {
    static let folder = URL(filePath: #filePath)
        .appending(path: "../../../../shared/standards/jcs").standardizedFileURL
    static let areThere = FileManager.default.fileExists(atPath: folder.path)
}
