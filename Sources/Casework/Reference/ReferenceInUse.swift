import Foundation
import Shares
import Synchronization

/// The reference data as this program goes by it, with the files of `Templates/reference` that it was made of.
struct ReferenceInUse: Sendable {
    struct File: Sendable {
        var bytes: Data
        /// SHA-256 in hexadecimal.
        var digest: String

        init(_ bytes: Data) {
            self.bytes = bytes
            digest = Edition.digest(of: Array(bytes))
        }
    }

    let data: ReferenceData
    /// By their names: `channels.json`.
    let files: [String: File]

    /// Reads the files anew: nothing else of the program does.
    init(readFrom templates: TemplateFolder) throws {
        let files = try templates.referenceFiles()
        data = try ReferenceData(files: files)
        // Questions and letters have the names of their folders before theirs.
        self.files = files.filter { !$0.key.contains("/") }.mapValues { File($0) }
    }
}

/// How many states were noted when the ledger last said what this program goes by.
final class NotedReference: Sendable {
    private let states = Mutex<Int?>(nil)

    var count: Int? { states.withLock { $0 } }
    func keep(_ count: Int) { states.withLock { $0 = count } }
}
