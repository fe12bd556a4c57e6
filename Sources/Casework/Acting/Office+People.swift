import Ledger
package import Shares
import Workflows

extension Office {
    package func people() throws -> [Person] { try ledger.read { try roster.roster(in: $0) }.inOrder }

    /// Adds a person or changes what is known of them. Throws `Findings` where a role or spoke is not known.
    ///
    /// `actor` is who says so; nobody is named where it is done at the machine itself, as the first person must be.
    package func keep(_ person: Person, as actor: PersonID? = nil) throws {
        var findings = Findings()
        let id = person.id.rawValue
        let isName = id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        if id.isEmpty || !isName || person.id == .system || person.id == .importer {
            findings.append(
                .error(
                    "id-not-possible", at: .field("id"),
                    "An id is small letters, digits, hyphens and dots, and not taken."))
        }
        if person.name.trimmed.isEmpty || ForbiddenCharacters.first(in: person.name) != nil {
            findings.append(.error("name-not-possible", at: .field("name"), "A name is printable and not empty."))
        }
        for role in person.roles where !RoleName.known.contains(role) || role == .system {
            let known = RoleName.known.filter { $0 != .system }.map(\.rawValue).joined(separator: ", ")
            findings.append(.error("unknown-role", at: .field("role"), "“\(role)” is not a role: \(known)."))
        }
        if person.roles.isEmpty {
            findings.append(.error("role-missing", at: .field("role"), "A person has at least one role."))
        }
        var person = person
        let reference = try reference()
        let organisations = reference.organisations
        if let known = organisations[person.organisation] ?? organisations.resolve(person.organisation) {
            person.organisation = known.id
        } else {
            findings.append(
                .error(
                    "unknown-organisation", at: .field("organisation"),
                    "“\(person.organisation)” is not a known organisation."))
        }
        if let spoke = person.spoke {
            if let known = reference.spokes.resolve(spoke) {
                person.spoke = known.id
            } else {
                let known = reference.spokes.all.map(\.name).joined(separator: ", ")
                findings.append(.error("unknown-spoke", at: .field("spoke"), "“\(spoke)” is not a spoke: \(known)."))
            }
        }
        if findings.hasErrors { throw findings }
        let kept = person
        try ledger.write { writer in
            let role = try actor.map { try hub($0, in: writer.reader) } ?? "system"
            guard try roster.roster(in: writer.reader)[kept.id] != kept else { return }
            try writer.append(
                roster: .kept(kept), at: try now(in: writer.reader), actor: actor ?? .system, role: role)
        }
    }

    /// The role in which somebody changes the roster; throws `Refusal` for anybody but the hub.
    private func hub(_ id: PersonID, in reader: LedgerReader) throws -> RoleName {
        guard try person(id, in: reader).roles.contains("hub") else {
            throw Refusal([
                Refusal.Reason(
                    .who, rule: "not-your-role", "Only the hub changes who the people are; you are not that.")
            ])
        }
        return "hub"
    }
}
