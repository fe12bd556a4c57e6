import Ledger
import Shares
import Workflows

/// The letters that follow from an act, in the same transaction.
struct LettersOfAct {
    let templates: [LetterTemplate]
    let circumstances: Circumstances

    /// One letter for each holder of the roles but whoever acted; to the role itself where nobody holds it.
    func letters(after event: Event, making share: Share, under definitions: CheckedDefinitions) -> [Letter] {
        guard case .acted(let act) = event.happening,
            let template = templates.first(where: { $0.commands.contains(act.command) })
        else { return [] }
        let title = definitions[act.machine].transition(act.command, from: act.state)?.title ?? act.command.rawValue
        func value(_ field: LetterTemplate.Field) -> String {
            switch field {
            case .reference: share.reference.rawValue
            case .title: share.terms.title
            case .command: title
            case .actor: name(of: event)
            case .reason: act.evidence["reason"] ?? ""
            case .condition: act.evidence["condition"] ?? ""
            case .effective: act.evidence["effective"].map { Day(iso: $0)?.inWords ?? $0 } ?? event.at.day.inWords
            case .endDate: share.terms.endDate?.day?.inWords ?? "its end date"
            case .reviewDate: share.terms.reviewDate?.day?.inWords ?? "a day to be set"
            }
        }
        let subject = LetterTemplate.filled(template.subject, value).onOneLine
        let body = LetterTemplate.filled(template.body, value)
        return Recipients(circumstances: circumstances).holders(of: template.to, about: share)
            .filter { $0 != event.actor.rawValue }
            .map { recipient in
                Letter(
                    share: share.reference, kind: "\(template.kind):\(event.version)", due: event.at.day,
                    recipient: recipient, subject: subject, body: body, written: event.at)
            }
    }

    private func name(of event: Event) -> String {
        event.actor == .system ? "Time" : circumstances.roster[event.actor]?.name ?? event.actor.rawValue
    }
}

extension String {
    /// Line ends and tabs as spaces: a subject is one line.
    fileprivate var onOneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ").replacing("\t", with: " ")
    }
}

extension Office {
    /// Posts the letters that follow from an act.
    func post(
        after event: Event, making share: Share, in circumstances: Circumstances, under rules: Rulebook,
        _ writer: LedgerWriter
    ) throws {
        _ = try writer.post(
            LettersOfAct(templates: rules.reference.letterTemplates, circumstances: circumstances)
                .letters(after: event, making: share, under: rules.definitions), at: event.at)
    }
}
