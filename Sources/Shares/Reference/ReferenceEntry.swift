/// A decoded entry with the place it came from, for findings about it.
struct ReferenceEntry<Value: Sendable>: Sendable {
    let value: Value
    let place: Place
}
