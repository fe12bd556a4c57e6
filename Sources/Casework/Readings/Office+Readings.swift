import Documents
package import Ledger
package import Shares
import Workflows

/// Whom to turn to about a share: what its terms say of people and mailboxes.
package struct ShareContacts: Hashable, Sendable {
    package var reference: ShareReference
    package var title: String
    /// Each field that says something.
    package var entries: [(field: TermsField, text: String)] {
        Self.fields.compactMap { field in fields[field]?.nonEmpty.map { (field, $0) } }
    }

    private var fields: [TermsField: String]

    /// The fields that are shown here alone, each time on record.
    package static let fields: [TermsField] = [.contact, .rightsContact]

    init(_ share: Share) {
        reference = share.reference
        title = share.terms.title
        fields = Dictionary(uniqueKeysWithValues: Self.fields.map { ($0, share.terms.text(of: $0)) })
    }
}

extension TermsField {
    /// Whether it is about people, so that seeing it is recorded.
    package var isContact: Bool { ShareContacts.fields.contains(self) }
}

extension Office {
    /// The contact details of a share, for somebody whose reach it is in. That they were read is recorded.
    package func contacts(of reference: ShareReference, for person: Person) throws -> ShareContacts {
        let share = try reached(reference, by: person)
        try note(reading: "the contact details", of: reference, by: person)
        return ShareContacts(share)
    }

    /// To be called by whoever shows the terms of a share to somebody with its contact details in them, as a form does.
    package func noteContactsShown(of share: Share, to person: Person) throws {
        let terms = share.termsUnderConsideration
        guard ShareContacts.fields.contains(where: { terms.text(of: $0).nonEmpty != nil }) else { return }
        try note(reading: "the contact details", of: share.reference, by: person)
    }

    /// A share’s document, as HTML or ODT, for somebody whose reach it is in. That it was read is recorded.
    ///
    /// Without a template it is the agreement that the terms ask for.
    package func document(
        of reference: ShareReference, template: String?, format: NativeFormat, for person: Person
    ) throws -> (name: String, document: MadeDocument) {
        _ = try reached(reference, by: person)
        guard try documents(for: person, of: reference).contains(where: { $0.name == template }) || template == nil
        else {
            throw Refusal([
                Refusal.Reason(.possible, rule: "no-document", "\(reference) has no such document for you.")
            ])
        }
        let (name, filled) = try filled(template, for: reference, readBy: person)
        let document = try made(filled, as: format)
        try note(reading: "the document \(name) (\(format.rawValue.uppercased()))", of: reference, by: person)
        return (name, document)
    }

    /// An agreement as it was frozen for signature, for somebody whose reach its share is in. That it was read is recorded.
    package func frozenText(
        of reference: ShareReference, agreement number: Int, for person: Person
    ) throws -> [UInt8] {
        _ = try reached(reference, by: person)
        let bytes = try frozenText(of: reference, agreement: number).bytes
        try note(reading: "agreement \(number) as it was frozen", of: reference, by: person)
        return bytes
    }

    /// The documents of a share that a person may take, by name: the agreement that its terms ask for, for those who certify deletion
    /// the certificate, and for whoever works for the department all others too.
    package func documents(for person: Person, of reference: ShareReference) throws -> [TemplateLine] {
        let share = try toldInDocuments(try reached(reference, by: person), to: person)
        let templates = try documentTemplates.get()
        let agreement = templates.agreement(of: share.termsUnderConsideration)
        let isWithin = try seesWithin(share, person)
        let isCertifying =
            share.retirement.stop != nil
            && (share.terms.recipients + share.terms.processors)
                .contains { $0.organisation.term == person.organisation }
        return try documentTemplateLines()
            .filter { isWithin || $0.name == agreement || isCertifying && $0.name == Self.certificate }
            .sorted { ($0.name == agreement ? 0 : 1, $0.title) < ($1.name == agreement ? 0 : 1, $1.title) }
    }

    /// The bytes of a manifest for somebody who asked for it. That they were sent is recorded.
    package func bytes(
        of manifest: PublishedManifest, as form: PublishedForm, for person: Person
    ) throws -> [UInt8] {
        let bytes = try manifest.bytes(of: form)
        try note(
            reading: "version \(manifest.version) of the manifest (\(form.rawValue))", of: manifest.reference,
            by: person)
        return bytes
    }

    /// Readings, the newest first, of those before a number. Throws `Refusal` for anybody but the hub and auditors; nobody is named where it is done at
    /// the machine itself.
    package func readings(
        _ search: EventSearch, before number: Int? = nil, limit: Int, as person: PersonID? = nil
    ) throws -> [Reading] {
        try read { reader in
            try mayAudit(person, in: reader)
            return try reader.readings(search, before: number, limit: limit)
        }
    }

    // MARK: -

    /// What those sign who received the data of a share that has stopped.
    private static let certificate = "retirement-certificate"

    private func reached(_ reference: ShareReference, by person: Person) throws -> Share {
        let share = try read { try existing(reference, in: $0) }
        guard person.reach.includes(share) else { throw NoSuchShare(reference: reference) }
        return share
    }

    func note(reading what: String, of share: ShareReference, by person: Person) throws {
        try ledger.write { writer in
            try writer.note(reading: what, of: share, at: surroundings.now(), by: person.id, role: person.recordedRole)
        }
    }
}
