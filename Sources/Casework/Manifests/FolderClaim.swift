import Foundation
import Shares

/// A folder that one program alone writes into: another that wants the same is refused. The system gives it back when the program
/// ends, however it ends.
final class FolderClaim: Sendable {
    private let folder: Int32

    /// Throws `Findings` where the folder cannot be opened, or another program has it.
    init(_ path: String) throws {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            throw Findings([.error("cannot-write", at: .whole, FileFault(path).description)])
        }
        guard flock(folder, LOCK_EX | LOCK_NB) == 0 else {
            close(folder)
            throw Findings([
                .error("folder-busy", at: .whole, "Another export is writing into \(path): wait until it has ended.")
            ])
        }
        self.folder = folder
    }

    deinit { close(folder) }
}
