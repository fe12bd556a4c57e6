import Documents
import Foundation
import Ledger
package import Shares
import Workflows

/// Two versions of a document, compared.
package struct MadeComparison: Sendable {
    package var title: String
    package var bytes: [UInt8]
    /// Passages in which anything differs.
    package var changes: Int
}

extension Office {
    /// A document as one version of a share makes it, against another.
    ///
    /// - Parameters:
    ///   - template: nil for the agreement that the terms of the newer version ask for.
    ///   - versions: how many of the share's events made each; nil for the newest.
    ///   - format: HTML or ODT.
    /// - Throws: `Findings` where there is no such version, template or form.
    package func compareDocuments(
        _ reference: ShareReference, template: String?, from old: Int, to new: Int?, format: DocumentFormat
    ) throws -> MadeComparison {
        guard [.html, .odt].contains(format) else {
            throw Findings([.error("comparison-format", at: .whole, "Versions are compared in html or odt.")])
        }
        let templates = try documentTemplates.get()
        let events = try history(of: reference)
        let shares = (try share(old, of: events), try share(new ?? events.count, of: events))
        let template = template ?? templates.agreement(of: shares.1.termsUnderConsideration)
        let before = try document(of: shares.0, as: events[old - 1], template, templates)
        let after = try document(of: shares.1, as: events[(new ?? events.count) - 1], template, templates)
        let compared = try ComparedDocument(
            from: before.document, to: after.document, versions: (before.words, after.words), in: templates)
        return MadeComparison(
            title: compared.title, bytes: format == .html ? compared.html() : compared.odt(),
            changes: compared.changes)
    }

    private func share(_ number: Int, of events: [PlacedEvent]) throws -> Share {
        guard events.indices.contains(number - 1), let share = Share(events: events.prefix(number).map(\.event)) else {
            throw Findings([
                .error(
                    "no-such-version", at: .whole,
                    "The share has versions 1 to \(events.count), and no version \(number).")
            ])
        }
        return share
    }

    /// - Parameter last: the event that made the share what it is.
    private func document(
        of share: Share, as last: PlacedEvent, _ template: String, _ templates: DocumentTemplates
    ) throws -> (document: FilledDocument, words: String) {
        try requirePublishable(share, in: template, templates)
        let definitions = try read { try self.definitions(for: share.pin, in: $0) }
        var subject = DocumentSubject(
            share, reference: try self.reference(),
            stateTitles: Dictionary(
                uniqueKeysWithValues: Machine.allCases.map { machine in
                    let state = share.state(machine)
                    return (machine, definitions[machine].state(state)?.title ?? state.rawValue)
                }),
            day: last.event.at.day, ledgerPosition: last.position,
            templateDigest: templates.source(of: template).map { Edition.digest(of: $0) })
        subject.people = try currentRoster().names
        do {
            return (
                try templates.fill(template, for: subject),
                "version \(share.version) of the share (\(last.event.at.day.inWords))"
            )
        } catch let unknown as UnknownTemplate {
            throw Findings([.error("unknown-template", at: .whole, unknown.description)])
        }
    }
}
