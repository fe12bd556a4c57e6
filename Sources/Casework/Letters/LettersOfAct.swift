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
        let words = Words(
            command: title, actor: event.actor, evidence: act.evidence, at: event.at,
            kind: "\(template.kind):\(event.version)")
        return letters(template, about: share, words)
    }

    /// The same of what is decided about several shares together, under its number.
    func letters(
        of command: CommandName, number: Int, about share: Share, by actor: PersonID, reason: String
    ) -> [Letter] {
        guard let template = templates.first(where: { $0.commands.contains(command) }) else { return [] }
        let words = Words(
            command: command.rawValue, actor: actor, evidence: ["reason": reason], at: circumstances.now,
            kind: "\(template.kind):\(number)")
        return letters(template, about: share, words)
    }

    /// What a letter says of the act.
    private struct Words {
        let command: String
        let actor: PersonID
        let evidence: [String: String]
        let at: Instant
        let kind: String
    }

    private func letters(_ template: LetterTemplate, about share: Share, _ words: Words) -> [Letter] {
        func value(_ field: LetterTemplate.Field) -> String {
            switch field {
            case .reference: share.reference.rawValue
            case .title: share.terms.title
            case .command: words.command
            case .actor: name(of: words.actor)
            case .reason: words.evidence["reason"] ?? ""
            case .condition: words.evidence["condition"] ?? ""
            case .effective: words.evidence["effective"].map { Day(iso: $0)?.inWords ?? $0 } ?? words.at.day.inWords
            case .endDate: share.terms.endDate?.day?.inWords ?? "its end date"
            case .reviewDate: share.terms.reviewDate?.day?.inWords ?? "a day to be set"
            }
        }
        let subject = LetterTemplate.filled(template.subject, value).onOneLine
        let body = LetterTemplate.filled(template.body, value)
        return Recipients(circumstances: circumstances).holders(of: template.to, about: share)
            .filter { $0 != words.actor.rawValue }
            .map { recipient in
                Letter(
                    share: share.reference, kind: words.kind, due: words.at.day, recipient: recipient, subject: subject,
                    body: body, written: words.at)
            }
    }

    private func name(of actor: PersonID) -> String {
        actor == .system ? "Time" : circumstances.roster[actor]?.name ?? actor.rawValue
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
