import Synchronization

/// A value that is made when it is first asked for, and kept; what went wrong is thrown each time.
final class Once<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let make: @Sendable () throws -> Value

    init(_ make: @escaping @Sendable () throws -> Value) {
        self.make = make
    }

    func get() throws -> Value {
        try value.withLock { value in
            if let value { return value }
            let made = try make()
            value = made
            return made
        }
    }

    /// What was made, if anybody asked for it yet.
    var made: Value? { value.withLock { $0 } }
}
