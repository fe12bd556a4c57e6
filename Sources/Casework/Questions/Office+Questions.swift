import Ledger
package import Shares
import Workflows

/// The questions of a set as they stand for one share.
package struct AskedQuestions: Sendable {
    package var share: ShareReference
    /// The version looked at: an answer is held to it.
    package var version: Int
    package var set: String
    package var questions: [AnsweredQuestion]

    /// Leaves out what was answered when the review before was held.
    package mutating func forgetLastTime() {
        for index in questions.indices { questions[index].lastTime = nil }
    }
}

extension Office {
    /// The questions of each set, or of one, as they stand for a share. Throws `Findings` where there is no such set.
    package func questions(of reference: ShareReference, set name: String? = nil) throws -> [AskedQuestions] {
        let sets = try self.reference().questionSets
        if let name, sets[name] == nil {
            throw Findings([
                .error(
                    "unknown-set", at: .field("set"),
                    "“\(name)” is not a set of questions: \(sets.keys.sorted().joined(separator: ", ")).")
            ])
        }
        return try questions(of: try read { try existing(reference, in: $0) }, set: name)
    }

    func questions(of share: Share, set name: String?) throws -> [AskedQuestions] {
        let sets = try self.reference().questionSets
        return QuestionSet.names.filter { name == nil || $0 == name }.compactMap { sets[$0] }.map { set in
            AskedQuestions(
                share: share.reference, version: share.version, set: set.name, questions: share.answered(set))
        }
    }

    /// Answers questions of one set; an event each time, so that nothing is lost between two answers.
    ///
    /// `seen` is the version that the person looked at: a question that somebody has answered since is refused with that
    /// answer, and others do not stand in the way.
    package func answer(
        _ answers: [String: String], of set: String, on reference: ShareReference, as person: PersonID,
        seen: Int? = nil, reason: String? = nil, once: OnceOnly? = nil
    ) throws -> Outcome {
        let commands: [String: CommandName] = [
            "proposal": "answer", "assessment": "answer-assessment", "review": "answer-review",
        ]
        guard let command = commands[set] else {
            throw Findings([.error("unknown-set", at: .field("set"), "“\(set)” is not a set of questions.")])
        }
        var fields = Dictionary(uniqueKeysWithValues: answers.map { (Share.answerKey(set, $0.key), $0.value) })
        if let reason { fields[EvidenceField.reason.rawValue] = reason }
        return try act(on: reference, Order(command, fields: fields), as: person, seen: seen, once: once)
    }

    /// What others have answered since a version, of the questions that an order answers; empty where nobody has.
    func answeredSince(_ seen: Int, _ order: Order, on share: Share, in reader: LedgerReader) throws -> [(
        name: String, says: String
    )] {
        let sets = try self.reference().questionSets
        let since = try reader.events(of: share.reference).map(\.event).filter { $0.version > seen }
        return order.fields.keys.filter { Answer.isName($0) }.sorted().compactMap { name in
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            let question = parts.count == 2 ? sets[parts[0]]?.questions(for: nil).first { $0.id == parts[1] } : nil
            if let field = question?.field {
                let edit = since.last { event in
                    if case .acted(let act) = event.happening {
                        act.changes.contains { $0.field == field }
                    } else {
                        false
                    }
                }
                return edit.map {
                    (
                        name,
                        "\($0.actor) answered \(name) on \($0.at.day.inWords): “\(share.termsUnderConsideration.text(of: field).shortened(to: 200))”."
                    )
                }
            }
            guard let answer = share.answers[name], answer.version > seen else { return nil }
            return (
                name,
                "\(answer.by) answered \(name) on \(answer.at.day.inWords): “\(answer.text.shortened(to: 200))”."
            )
        }
    }
}
