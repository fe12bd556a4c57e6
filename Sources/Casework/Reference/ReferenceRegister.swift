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

    /// Who answers for the file.
    package struct Owner: Hashable, Sendable {
        package var said: ReferenceOwner
        /// The role in words, or the person's name; nil: nobody of that id is known.
        package var name: String?
    }

    /// The name of the file, without its ending.
    package var name: String
    package var title: String
    /// Whose words they are, and under which licence.
    package var source: String
    /// Nil: nobody is named.
    package var owner: Owner?
    /// SHA-256 of the file: it tells one state of it from another.
    package var digest: String
    package var entries: [Entry]
    /// Whether the file is another one now than the one that the program goes by, which is shown.
    package var waitsForStart = false

    static let ending = ".json"
}

extension Office {
    /// The reference data that the program goes by, each file by its name; the hub keeps it in `Templates/reference`.
    package func referenceRegisters(as actor: PersonID) throws -> [ReferenceRegister] {
        let roster = try ledger.read { reader in
            _ = try hub(actor, may: "sees the reference data as it keeps it", in: reader)
            return try self.roster.roster(in: reader)
        }
        let present = try templates.filesIfAny(in: "reference", ending: ReferenceRegister.ending)
        return try referenceInUse.get().files.sorted { $0.key < $1.key }.map { file, state in
            var register = ReferenceRegister(
                file: file, Array(state.bytes), digest: state.digest, roster: roster)
            register.waitsForStart = present[file] != state.bytes
            return register
        }
    }
}

extension ReferenceRegister {
    init(file name: String, _ bytes: [UInt8], digest: String, roster: Roster) {
        let file = try? JSONValue(parsing: bytes)
        self.name = Self.plainName(name)
        title = file?["title"]?.string ?? self.name
        source = file?["source"]?.string ?? ""
        owner = file?[ReferenceOwner.member].flatMap { ReferenceOwner($0) }.map { Owner($0, roster) }
        self.digest = digest
        entries = (file?.referenceValues ?? []).map { Entry($0.value) }
    }

    static func plainName(_ file: String) -> String {
        file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
    }
}

extension ReferenceRegister.Owner {
    init(_ said: ReferenceOwner, _ roster: Roster) {
        self.said = said
        name =
            switch said {
            case .role(let role): role.title
            case .person(let id): roster[id]?.name
            }
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
    /// The values of a reference file in its order, each with what tells it from the others.
    var referenceValues: [(key: String, value: JSONValue)] {
        (object ?? [:]).sorted { $0.key < $1.key }.flatMap { list, values in
            (values.array ?? []).map { value in
                let id = ["id", "organisation", "field", "tier", "name"].lazy.compactMap { value[$0]?.string }.first
                return (list + "/" + (id ?? value.inWords), value)
            }
        }
    }

    /// For people: lists with semicolons between, members by their names.
    var inWords: String {
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
