import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// How far a long command has come, on standard error and only where that is a terminal.
final class ProgressBar: Sendable {
    private let label: String
    private let shown: Mutex<Int>
    private let isTerminal = isatty(2) == 1

    init(_ label: String) {
        self.label = label
        shown = Mutex(-1)
    }

    func show(_ done: Int, of total: Int) {
        guard isTerminal, total > 0 else { return }
        let percent = min(100, done * 100 / total)
        shown.withLock { shown in
            guard percent != shown else { return }
            shown = percent
            let filled = percent * 30 / 100
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
            try? FileHandle.standardError.write(contentsOf: Data("\r\(label) \(bar) \(percent) %".utf8))
        }
    }

    func end() {
        guard isTerminal, shown.withLock({ $0 >= 0 }) else { return }
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[2K".utf8))
    }
}
