/// One question of a set, as the file states it.
package struct Question: Decodable, Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, Decodable {
        case text, day
        case yesOrNo = "yes-no"
        case oneOf = "one-of"
        /// Several of the options, separated by semicolons.
        case severalOf = "several-of"
        /// Nothing is asked: it tells what to do.
        case notice
    }

    /// When a question applies: every part that is given must hold.
    package struct Condition: Decodable, Hashable, Sendable {
        /// What the terms show.
        package enum Shown: String, Hashable, Sendable, Decodable {
            case personalData = "personal-data"
            case specialCategory = "special-category"
            case criminalOffence = "criminal-offence"
            case transfers
            case jointControllers = "joint-controllers"
            case processors
            case digitalEconomyAct = "digital-economy-act"
        }

        package let question: String?
        /// One of these is, or is among, the answer to that question.
        package let answer: [String]?
        package let terms: Shown?
    }

    /// An answer that is shown to whoever decides.
    package struct Highlight: Decodable, Hashable, Sendable {
        package let answer: [String]
        package let why: String
    }

    /// As the source numbers it: `1.3a`.
    package let id: String
    package let section: String
    package let text: String
    package let guidance: String?
    package let kind: Kind
    package let options: [String]?
    /// Where the list of options is open: what is asked for beside them, as “Something else, and how”.
    package let other: String?
    /// A set lacks something while this is not answered; nil is false.
    package let required: Bool?
    /// The field of the terms that is the answer: answering edits the terms, and the terms answer.
    package let field: TermsField?
    /// The field of documents that shows the answer: `dpia-collection`.
    package let document: String?
    package let when: [Condition]?
    /// Questions that have to be answered first.
    package let after: [String]?
    package let highlight: Highlight?

    package var isRequired: Bool { required == true }

    /// The answers that may be given; nil where it takes a text or a day.
    package var choices: [String]? {
        switch kind {
        case .yesOrNo: ["Yes", "No"]
        case .oneOf, .severalOf: options
        case .text, .day, .notice: nil
        }
    }

    /// The answer in the form that is kept; nil where the text is none.
    func reading(_ text: String) -> String? {
        switch kind {
        case .text: return text
        case .day: return Day.read(text)?.description
        case .yesOrNo, .oneOf: return choices?.first { TermIndex.key($0) == TermIndex.key(text) }
        case .severalOf:
            let (chosen, beside) = takenApart(text)
            return beside.isEmpty || other != nil ? joined(chosen, beside) : nil
        case .notice: return nil
        }
    }

    /// The options among the parts of an answer, as the file writes them, and what is said beside them.
    package func takenApart(_ text: String) -> (chosen: [String], beside: [String]) {
        var (chosen, beside): ([String], [String]) = ([], [])
        for part in text.split(separator: ";").map({ String($0).trimmed }) where !part.isEmpty {
            if let option = choices?.first(where: { TermIndex.key($0) == TermIndex.key(part) }) {
                if !chosen.contains(option) { chosen.append(option) }
            } else {
                beside.append(part)
            }
        }
        return (chosen, beside)
    }

    /// The other way round: an answer from its parts.
    package func joined(_ chosen: [String], _ beside: [String]) -> String {
        (chosen + beside).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What may be given, in words.
    package var takes: String {
        switch kind {
        case .text: "text"
        case .day: "a date, such as 2026-02-05"
        case .yesOrNo, .oneOf: (choices ?? []).joined(separator: " or ")
        case .severalOf:
            "one or more of " + ((options ?? []) + (other.map { [$0] } ?? [])).joined(separator: "; ")
        case .notice: "no answer"
        }
    }
}
