/// One thing to hold a reader against: files, and what must be said of them.
package struct ConformanceCase: Sendable {
    package var name: String
    /// What it is, for the person who tests a reader.
    package var says: String
    /// The rule that must be among the reasons to refuse it; nil where it is sound.
    package var refusedBy: String?
    /// The file to read; nil for the bundle as a whole.
    package var file: String?
    /// The manifest of the same share that came before, where it is judged after one.
    package var previous: String?
    package var files: [String: [UInt8]]
}
