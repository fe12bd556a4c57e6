import Workflows

extension Share {
    /// Answers among the fields of an order, each by the name of its set and question: `proposal/1.6`.
    ///
    /// Where the terms hold the answer it is an edit of the terms; anything else is evidence. An empty text takes an answer back.
    func readAnswers(
        _ order: Order, under rules: Rulebook, into reading: inout OrderReading, edits: inout [TermsField: String]
    ) {
        var isAny = false
        for (name, text) in order.fields.sorted(by: { $0.key < $1.key }) where Answer.isName(name) {
            isAny = true
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2, let set = rules.reference.questionSets[parts[0]],
                let asked = answered(set).first(where: { $0.question.id == parts[1] })
            else {
                reading.refuse("unknown-question", "There is no question “\(name.shortened(to: 60))”.", at: name)
                continue
            }
            let question = asked.question
            if let field = question.field { reading.askedAs[field] = name }
            if let found = ForbiddenCharacters.first(in: text) {
                reading.refuse(
                    "forbidden-character", "The answer to \(question.id) holds the character \(found).", at: name)
            } else if case .noResponseNeeded = asked.standing {
                reading.refuse("no-response-needed", "\(question.id) tells what to do; it takes no answer.", at: name)
            } else if case .notApplicable = asked.standing {
                reading.refuse("not-applicable", "\(question.id) does not apply to this share.", at: name)
            } else if case .cannotStartYet(let first) = asked.standing {
                reading.refuse(
                    "cannot-start-yet", "\(question.id) can be answered after \(first.joined(separator: ", ")).",
                    at: name)
            } else if let field = question.field, question.kind == .text || text.trimmed.isEmpty {
                edits[field] = text
            } else if text.trimmed.isEmpty, answers[name] != nil {
                reading.evidence[name] = ""
            } else if let answer = question.reading(text.trimmed)?.nonEmpty {
                if let field = question.field { edits[field] = answer } else { reading.evidence[name] = answer }
            } else {
                reading.refuse(
                    "answer-not-understood",
                    "\(question.id) takes \(question.takes), not “\(text.shortened(to: 60))”.", at: name)
            }
        }
        if !isAny {
            reading.refuse(
                "evidence-missing", "No question is answered: give at least one, such as proposal/1.6=…")
        }
    }
}

extension Answer {
    /// Whether a field of an order, or of evidence, is an answer.
    package static func isName(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "/")) }

    /// Whether it is the answer to a question of that set.
    static func isName(_ name: String, of set: String) -> Bool { name.utf8.starts(with: (set + "/").utf8) }
}
