/// The edition of the five machines that a share runs on; published editions are kept for ever.
package struct WorkflowPin: Hashable, Sendable, Codable {
    /// Version by machine name; by `overlay:` and its name that of a department's overlay.
    package var versions: [String: Int]
    /// SHA-256 over the canonical definitions, in hexadecimal.
    package var digest: String

    package init(versions: [String: Int], digest: String) {
        self.versions = versions
        self.digest = digest
    }

    package static let overlayPrefix = "overlay:"

    /// The department's overlay that the edition was made with; nil: the master as it is.
    package var overlay: String? {
        versions.keys.first { $0.hasPrefix(Self.overlayPrefix) }.map { String($0.dropFirst(Self.overlayPrefix.count)) }
    }
}
