import Foundation

/// A reference file: an object with a title, where the facts come from, perhaps who answers for it, and one array, whose
/// bad entries do not hide the good ones.
struct ReferenceFile<Entry: Decodable & Sendable>: Sendable {
    let entries: [ReferenceEntry<Entry>]

    /// A missing or unreadable file has no entries, and a finding that says so.
    init(_ name: String, array: String, in files: [String: Data], notes: inout Findings) {
        let whole = Place.pointer(file: name, "")
        guard let data = files[name] else {
            notes.append(.error("reference-file-missing", at: whole, "The reference file \(name) is missing."))
            entries = []
            return
        }
        do {
            let decoder = JSONDecoder()
            if let key = CodingUserInfoKey.arrayName { decoder.userInfo[key] = array }
            let read = try decoder.decode(Contents.self, from: data)
            notes.append(ReferenceChecks.owner(read.owner, in: name))
            entries = read.entries.map { ReferenceEntry(value: $0.value, place: Self.place($0.position, array, name)) }
            for fault in read.faults {
                notes.append(
                    .error(
                        "reference-entry-unreadable", at: Self.place(fault.position, array, name),
                        ReferenceFault.sentence(fault.error)))
            }
        } catch {
            notes.append(.error("reference-file-unreadable", at: whole, ReferenceFault.sentence(error)))
            entries = []
        }
    }

    private static func place(_ position: Int, _ array: String, _ name: String) -> Place {
        .pointer(file: name, "/\(array)/\(position)")
    }

    private struct Contents: Decodable {
        var entries: [(position: Int, value: Entry)] = []
        var faults: [(position: Int, error: any Error)] = []
        var owner: DecodedOwner?

        init(from decoder: any Decoder) throws {
            let object = try decoder.container(keyedBy: Name.self)
            _ = try object.decode(String.self, forKey: Name("title"))
            _ = try object.decode(String.self, forKey: Name("source"))
            let member = Name(ReferenceOwner.member)
            owner = object.contains(member) ? try object.decode(DecodedOwner.self, forKey: member) : nil
            let array = CodingUserInfoKey.arrayName.flatMap { decoder.userInfo[$0] as? String } ?? ""
            var list = try object.nestedUnkeyedContainer(forKey: Name(array))
            while !list.isAtEnd {
                let position = list.currentIndex
                do {
                    entries.append((position, try list.decode(Entry.self)))
                } catch {
                    faults.append((position, error))
                    // A failed entry is not passed over by itself.
                    if list.currentIndex == position { _ = try list.decode(Anything.self) }
                }
            }
        }
    }

    /// Takes any JSON value and keeps nothing.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}

extension CodingUserInfoKey {
    fileprivate static let arrayName = CodingUserInfoKey(rawValue: "array")
}
