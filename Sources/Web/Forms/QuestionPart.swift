import Casework
import Shares

/// Which questions of a set a form asks: a whole section, or one by itself.
package enum QuestionPart: Hashable, Sendable {
    case section(String)
    case question(String)

    private static let (sectionField, questionField) = ("part", "question")

    /// From the query of an address; nil: all questions are asked.
    init?(_ query: String) {
        let items = [(String, String)](query: query) ?? []
        func value(_ name: String) -> String? { items.first { $0.0 == name }?.1.nonEmpty }
        if let id = value(Self.questionField) {
            self = .question(id)
        } else if let name = value(Self.sectionField) {
            self = .section(name)
        } else {
            return nil
        }
    }

    var query: [(String, String)] {
        switch self {
        case .section(let name): [(Self.sectionField, name)]
        case .question(let id): [(Self.questionField, id)]
        }
    }

    /// The number of a question, or the name of a section.
    var inWords: String {
        switch self {
        case .section(let text), .question(let text): text
        }
    }

    private func asks(_ question: Question) -> Bool {
        switch self {
        case .section(let name): question.section == name
        case .question(let id): question.id == id
        }
    }

    /// The questions of this part alone; nil where the set has none of them.
    func of(_ asked: AskedQuestions) -> AskedQuestions? {
        var part = asked
        part.questions.removeAll { !asks($0.question) }
        return part.questions.isEmpty ? nil : part
    }

    /// The part after this one, of the same size; nil after the last. Questions that cannot be answered now are passed over.
    func next(in asked: AskedQuestions) -> QuestionPart? {
        guard let last = asked.questions.lastIndex(where: { asks($0.question) }) else { return nil }
        let rest = asked.questions[(last + 1)...].filter(\.canBeAnswered)
        switch self {
        case .section: return nil
        case .question: return rest.first.map { .question($0.question.id) }
        }
    }

    /// The part before this one, likewise; nil before the first.
    func previous(in asked: AskedQuestions) -> QuestionPart? {
        guard let first = asked.questions.firstIndex(where: { asks($0.question) }) else { return nil }
        switch self {
        case .section: return nil
        case .question: return asked.questions[..<first].last(where: \.canBeAnswered).map { .question($0.question.id) }
        }
    }
}

extension AnsweredQuestion {
    /// Whether a form has a field for it now.
    var canBeAnswered: Bool {
        switch standing {
        case .notStarted, .completed: true
        case .cannotStartYet, .notApplicable, .noResponseNeeded: false
        }
    }
}

extension [AnsweredQuestion] {
    /// The names of the sections with a question that applies, in their order.
    var sections: [String] {
        var seen: Set<String> = []
        return filter { $0.standing != .notApplicable }.map(\.question.section).filter { seen.insert($0).inserted }
    }

    func section(_ name: String) -> [AnsweredQuestion] {
        filter { $0.question.section == name && $0.standing != .notApplicable }
    }
}
