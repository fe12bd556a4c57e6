import Foundation
import JSONValues
import Ledger
package import Shares

/// A file of the reference data as people read it: what it says of itself, and its values.
package struct ReferenceRegister: Hashable, Sendable {
    /// A value with what is said of it, by member.
    package struct Entry: Hashable, Sendable {
        package var name: String
        package var id: String
        package var members: [Member]

        package struct Member: Hashable, Sendable {
            package var name: String
            package var text: String
        }
    }

    /// The name of the file, without its ending.
    package var name: String
    package var title: String
    /// Whose words they are, and under which licence.
    package var source: String
    /// SHA-256 of the file: it tells one state of it from another.
    package var digest: String
    package var entries: [Entry]
}

extension Office {
    /// The reference data, each file by its name; the hub keeps it in `Templates/reference`.
    package func referenceRegisters(as actor: PersonID) throws -> [ReferenceRegister] {
        try ledger.read { _ = try hub(actor, may: "sees the reference data as it keeps it", in: $0) }
        return try templates.files(in: "reference", ending: ".json").sorted { $0.key < $1.key }.map { file, data in
            ReferenceRegister(name: String(file.dropLast(".json".count)), Array(data))
        }
    }
}

extension ReferenceRegister {
    /// A file that cannot be read has no entries: the check of the reference data says why.
    init(name: String, _ bytes: [UInt8]) {
        let file = try? JSONValue(parsing: bytes)
        self.name = name
        title = file?["title"]?.string ?? name
        source = file?["source"]?.string ?? ""
        digest = Edition.digest(of: bytes)
        let lists = (file?.object ?? [:]).sorted { $0.key < $1.key }.compactMap(\.value.array)
        entries = lists.flatMap { $0 }.map { Entry($0) }
    }
}

extension ReferenceRegister.Entry {
    init(_ value: JSONValue) {
        guard let object = value.object else {
            self.init(name: value.inWords, id: "", members: [])
            return
        }
        let id = object["id"]?.string ?? ""
        let named = ["name", "title", "organisation", "field", "tier", "id"].lazy.compactMap { object[$0]?.string }
            .first
        self.init(
            name: named ?? "", id: id,
            members: object.sorted { $0.key < $1.key }.filter { !["id", "name", "title"].contains($0.key) }.map {
                Member(name: $0.key, text: $0.value.inWords)
            })
    }
}

extension JSONValue {
    /// For people: lists with semicolons between, members by their names.
    fileprivate var inWords: String {
        switch self {
        case .null: ""
        case .bool(let bool): bool ? "yes" : "no"
        case .number: pretty()
        case .string(let text): text
        case .array(let values): values.map(\.inWords).joined(separator: "; ")
        case .object(let members):
            members.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.inWords)" }.joined(separator: ", ")
        }
    }
}
