import Crypto
import Documents
import Foundation
import Ledger
import Redundancy
package import Shares
import Workflows

/// The form that a document is made in.
package enum DocumentFormat: String, Sendable, CaseIterable {
    case html, odt, pdf, docx
}

/// The formats that pages give: the others need LibreOffice, which takes seconds.
package enum NativeFormat: String, Sendable, CaseIterable {
    case html, odt

    package var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .odt: "application/vnd.oasis.opendocument.text"
        }
    }
}

/// A document as made for one share.
package struct MadeDocument: Sendable {
    package var title: String
    package var bytes: [UInt8]
    /// What the share does not say yet, marked in place as to be completed.
    package var missing: [String]
    /// Characters that no document can hold, shown as U+FFFD.
    package var replacedCharacters: Int
}

extension Office {
    package func documentNames() throws -> [String] { try documentTemplates.get().names }

    /// Fills a template for a share; without one the agreement that its terms ask for. Throws `Findings` where the template or
    /// its name is not right, and `Refusal` where the document is to be signed and is not complete.
    package func document(
        _ reference: ShareReference, template: String?, format: DocumentFormat, isForSignature: Bool = false
    ) async throws -> MadeDocument {
        let filled = try filled(template, for: reference).document
        if isForSignature, !filled.shortfalls.isEmpty {
            throw Refusal(
                filled.shortfalls.map {
                    Refusal.Reason(.complete, rule: "document-incomplete", "It is to be completed: \($0).")
                })
        }
        return try await made(filled, as: format)
    }

    /// A template filled for a share; without one the agreement that the share's terms ask for. It says what the reader is told
    /// of the share; all of it where nobody is named.
    func filled(
        _ template: String?, for reference: ShareReference, readBy reader: Person? = nil
    ) throws -> (template: String, document: FilledDocument) {
        let templates = try documentTemplates.get()
        var view = try show(reference)
        if let reader { view.share = try toldInDocuments(view.share, to: reader) }
        let agreement = templates.agreement(of: view.share.termsUnderConsideration)
        let name = template ?? agreement
        if name == agreement { view.share = try withReviewSet(view.share) }
        try requirePublishable(view.share, in: name, templates)
        do {
            return (name, try templates.fill(name, for: try subject(view, of: name, templates)))
        } catch let unknown as UnknownTemplate {
            throw Findings([.error("unknown-template", at: .whole, unknown.description)])
        }
    }

    /// An agreement that is to be signed says the review that policy sets before it is frozen.
    private func withReviewSet(_ share: Share) throws -> Share {
        try read { reader in
            let rules = try rulebook(for: share.pin, in: reader)
            let isToBeFrozen = share.agreementForSignature == nil && (share.amendment != nil || !share.hasTermsInForce)
            guard isToBeFrozen, share.isOnItsWayToSigning(under: rules) else { return share }
            return share.withReviewSet(on: today, under: rules.reference)
        }
    }

    /// The document in a form.
    func made(_ filled: FilledDocument, as format: DocumentFormat) async throws -> MadeDocument {
        let bytes: [UInt8]
        do {
            bytes =
                switch format {
                case .html: try made(filled, as: NativeFormat.html).bytes
                case .odt: try made(filled, as: NativeFormat.odt).bytes
                case .pdf: try await PDFConverter.pdf(fromODT: try filled.odt())
                case .docx: try await PDFConverter.docx(fromODT: try filled.odt())
                }
        } catch let fault as PDFFault {
            throw NoPDF(sentence: fault.description)
        }
        return MadeDocument(
            title: filled.title, bytes: bytes, missing: filled.missing, replacedCharacters: filled.replacedCharacters)
    }

    /// As a form that needs no other program.
    func made(_ filled: FilledDocument, as format: NativeFormat) throws -> MadeDocument {
        MadeDocument(
            title: filled.title, bytes: format == .odt ? try filled.odt() : filled.html(), missing: filled.missing,
            replacedCharacters: filled.replacedCharacters)
    }

    func subject(
        _ view: ShareView, of template: String, _ templates: DocumentTemplates
    ) throws -> DocumentSubject {
        var subject = DocumentSubject(
            view.share, reference: try self.reference(),
            stateTitles: Dictionary(uniqueKeysWithValues: view.standing.map { ($0.machine, $0.title) }),
            day: today, ledgerPosition: view.position.size,
            redundancies: templates.asks(template, for: .redundancies)
                ? try redundancies(of: view.share.reference) : [],
            templateDigest: templates.source(of: template).map { Edition.digest(of: $0) })
        subject.outcomes = try read { try definitions(for: view.share.pin, in: $0) }[.review].definition.transitions
            .reduce(into: [:]) { $0[$1.command.rawValue] = $1.title }
        subject.people = try currentRoster().names
        if templates.asks(template, for: .processAgreements) {
            subject.processAgreements = try read { try processAgreements(under: view.share, in: $0) }
        }
        return subject
    }

    private func redundancies(of reference: ShareReference) throws -> [DocumentRedundancy] {
        let findings = try redundancy(of: reference)
        return try ledger.read { reader in
            try findings.map { finding in
                let other = finding.a == reference ? finding.b : finding.a
                return DocumentRedundancy(
                    share: other, title: try reader.summary(of: other)?.title ?? other.rawValue,
                    kind: finding.kind.rawValue.prefix(1).uppercased() + finding.kind.rawValue.dropFirst(),
                    percent: Int((finding.score * 100).rounded()), reason: finding.explanation)
            }
        }
    }
}

/// Why there is no PDF or DOCX, and what to do.
package struct NoPDF: Error, Sendable {
    package var sentence: String
}
