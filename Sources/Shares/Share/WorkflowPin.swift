/// The edition of the five machines that a share runs on; published editions are kept for ever.
package struct WorkflowPin: Hashable, Sendable, Codable {
    /// Version by machine name.
    package var versions: [String: Int]
    /// SHA-256 over the canonical definitions, in hexadecimal.
    package var digest: String

    package init(versions: [String: Int], digest: String) {
        self.versions = versions
        self.digest = digest
    }
}
