import Synchronization

/// How long the register was when it was last looked through for what is not issued yet.
final class IssuedThrough: Sendable {
    private let known = Mutex<Int?>(nil)

    /// Nil where it was not looked through yet.
    var size: Int? {
        get { known.withLock { $0 } }
        set { known.withLock { $0 = newValue } }
    }
}
