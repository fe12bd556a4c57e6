import Crypto
import Documents
import Foundation
import Ledger
package import Shares
import Workflows

/// The form that a document is made in.
package enum DocumentFormat: String, Sendable, CaseIterable {
    case html, odt, pdf
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

    /// Fills a template for a share. Throws `Findings` where the template or its name is not right.
    package func document(
        _ reference: ShareReference, template: String, format: DocumentFormat
    ) async throws -> MadeDocument {
        let templates = try documentTemplates.get()
        let filled: FilledDocument
        do {
            filled = try templates.fill(
                template,
                for: try subject(reference, digest: templates.source(of: template).map { Edition.digest(of: $0) }))
        } catch let unknown as UnknownTemplate {
            throw Findings([.error("unknown-template", at: .whole, unknown.description)])
        }
        let bytes: [UInt8]
        switch format {
        case .html: bytes = filled.html()
        case .odt: bytes = try filled.odt()
        case .pdf:
            do {
                bytes = try await PDFConverter.pdf(fromODT: try filled.odt())
            } catch let fault as PDFFault {
                throw NoPDF(sentence: fault.description)
            }
        }
        return MadeDocument(
            title: filled.title, bytes: bytes, missing: filled.missing, replacedCharacters: filled.replacedCharacters)
    }

    private func subject(_ reference: ShareReference, digest: String?) throws -> DocumentSubject {
        let view = try show(reference)
        return DocumentSubject(
            view.share, reference: try self.reference(),
            stateTitles: Dictionary(uniqueKeysWithValues: view.standing.map { ($0.machine, $0.title) }),
            day: surroundings.now().day, ledgerPosition: view.position.size, templateDigest: digest)
    }
}

/// Why there is no PDF, and what to do.
package struct NoPDF: Error, Sendable {
    package var sentence: String
}
