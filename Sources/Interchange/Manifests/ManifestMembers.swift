internal import JSONValues
internal import Shares

/// The members of one object of a manifest that follows its schema, taken out one by one.
///
/// What the schema cannot say, such as that a day exists, is noted where it is not so.
struct ManifestMembers {
    /// What was noted, shared by all objects of one document.
    final class Notes {
        let file: String
        var findings = Findings()

        init(file: String) {
            self.file = file
        }
    }

    private let value: JSONValue
    private let pointer: JSONPointer
    private let notes: Notes

    init(_ value: JSONValue, at pointer: JSONPointer = JSONPointer(), notes: Notes) {
        self.value = value
        self.pointer = pointer
        self.notes = notes
    }

    func optional(_ name: String) -> String? { value[name]?.string }
    func flag(_ name: String) -> Bool? { value[name]?.bool }

    func text(_ name: String) -> String {
        optional(name) ?? missing(name, "")
    }

    func number(_ name: String) -> Int {
        value[name]?.int ?? missing(name, 0)
    }

    func texts(_ name: String) -> [String] {
        (value[name]?.array ?? []).compactMap(\.string)
    }

    func day(_ name: String) -> Day? {
        read(name, "is no day of the calendar", Day.init(iso:))
    }

    func requiredDay(_ name: String) -> Day {
        day(name) ?? missing(name, Day(number: 0))
    }

    func instant(_ name: String) -> Instant {
        read(name, "is no moment in UTC to the millisecond", Instant.init(rfc3339:)) ?? Instant(milliseconds: 0)
    }

    func duration(_ name: String) -> String? {
        read(name, "is no duration") { Retention.isDuration($0) ? $0 : nil }
    }

    func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
        read(name, "is not one of those that are known", Choice.init(rawValue:))
    }

    func choice<Choice: RawRepresentable<String>>(_ name: String, or other: Choice) -> Choice {
        choice(name) ?? missing(name, other)
    }

    /// The object of that name; nil where there is none.
    func part<Part>(_ name: String, _ make: (ManifestMembers) -> Part) -> Part? {
        value[name].map { make(ManifestMembers($0, at: pointer.appending(name), notes: notes)) }
    }

    func required<Part>(_ name: String, _ make: (ManifestMembers) -> Part) -> Part {
        make(ManifestMembers(value[name] ?? missing(name, .null), at: pointer.appending(name), notes: notes))
    }

    func parts<Part>(_ name: String, _ make: (ManifestMembers) -> Part) -> [Part] {
        (value[name]?.array ?? []).enumerated().map { index, element in
            make(ManifestMembers(element, at: pointer.appending(name).appending(index), notes: notes))
        }
    }

    private func read<Result>(_ name: String, _ complaint: String, _ make: (String) -> Result?) -> Result? {
        guard let text = optional(name) else { return nil }
        let result = make(text)
        if result == nil { note(name, "This \(complaint).") }
        return result
    }

    private func missing<Result>(_ name: String, _ substitute: Result) -> Result {
        note(name, "This is missing.")
        return substitute
    }

    private func note(_ name: String, _ message: String) {
        let place = Place.pointer(file: notes.file, pointer.appending(name).description)
        guard !notes.findings.all.contains(where: { $0.place == place }) else { return }
        notes.findings.append(.error("manifest-content", at: place, message))
    }
}
