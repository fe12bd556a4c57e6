import Foundation
import Shares
import Signatures
import Synchronization

/// PEM files of authorities and of what they took back, read anew when they change.
package final class TrustFiles: Sendable {
    private let paths: [String]
    private let kept: Mutex<(marks: [Mark?], trust: Trust)>

    /// What tells a file from the one that was there before.
    private struct Mark: Equatable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int64
        var number: UInt64

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
            size = Int64(status.st_size)
            number = UInt64(status.st_ino)
        }
    }

    /// Throws `Findings` where one cannot be read.
    package init(_ paths: [String]) throws {
        self.paths = paths
        let marks = paths.map { Mark($0) }
        kept = Mutex((marks, try SigningKeys.trust(in: paths)))
    }

    /// As the files are now; as they were where one of them cannot be read, as while it is being replaced.
    var trust: Trust {
        kept.withLock { kept in
            let marks = paths.map { Mark($0) }
            if marks != kept.marks, let trust = try? SigningKeys.trust(in: paths) { kept = (marks, trust) }
            return kept.trust
        }
    }
}
