import ArgumentParser
import Casework
import Shares

struct QuestionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions", abstract: "Lists the questions that are asked about a share, with their answers.",
        discussion: """
            The sets are proposal, assessment and review. What the terms say already is answered by them.

            Example: concordat questions DS-2026-AB12CD --set proposal
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(help: "proposal, assessment or review; all where it is left out.") var set: String?
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let asked = try global.existingOffice().questions(
            of: ShareReference(TermsReader.normalised(reference)), set: set)
        if format != .text { return try asked.flatMap(PrintedQuestion.all).printAsJSON() }
        for questions in asked {
            var section = ""
            for one in questions.questions where one.standing != .notApplicable {
                if one.question.section != section {
                    section = one.question.section
                    Console.line("\(questions.set): \(section)")
                }
                print(one)
            }
            let wanting = questions.questions.count { $0.isWanting }
            Console.line("\(wanting) of the set \(questions.set) still to be answered (version \(questions.version)).")
        }
    }

    private func print(_ one: AnsweredQuestion) {
        let mark = one.isWanting ? "!" : " "
        Console.line("\(mark) \(one.question.id) \(one.question.text)")
        switch one.standing {
        case .completed(let text):
            let by = one.answer.map { " (\($0.by), \($0.at.day))" } ?? " (from the terms)"
            Console.line("      \(Console.safe(text))\(Console.safe(by))")
        case .cannotStartYet(let first): Console.line("      after \(first.joined(separator: ", "))")
        case .notStarted: Console.line("      takes \(one.question.takes)")
        case .notApplicable, .noResponseNeeded: break
        }
        if let last = one.lastTime { Console.line("      last time: \(Console.safe(last.text)) (\(last.at.day))") }
        if let why = one.highlight { Console.line("      Look at this: \(why)") }
    }
}

struct AnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answers questions about a share; each call is saved.",
        discussion: """
            With --seen, the version that questions printed, a question that somebody else has answered meanwhile is refused \
            with that answer; the others do not stand in the way. Nothing after = takes an answer back.

            Example: concordat answer DS-2026-AB12CD --set proposal --as analyst '1.6=No, only mine' 2.1=Yes
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Argument(help: "Answers: the question, =, the answer.") var answers: [String]
    @Option(help: "proposal, assessment or review.") var set = "proposal"
    @Option(name: .customLong("as"), help: "The person who answers.") var person: String
    @Option(help: "The version that you looked at.") var seen: Int?
    @Option(help: "The reason, kept in the record.") var reason: String?

    func run() async throws {
        var given: [String: String] = [:]
        for answer in answers {
            guard let split = answer.firstIndex(of: "=") else {
                throw ValidationError("“\(answer)” is not a question, =, and an answer.")
            }
            given[String(answer[..<split])] = String(answer[answer.index(after: split)...])
        }
        let outcome = try global.office().answer(
            given, of: set, on: ShareReference(TermsReader.normalised(reference)), as: PersonID(person), seen: seen,
            reason: reason)
        Console.line(
            "\(Console.safe(outcome.share.reference.rawValue)): \(given.count) answered (version \(outcome.share.version))."
        )
        DoubtPrinting.print(outcome.doubts)
    }
}

/// A question for programs.
struct PrintedQuestion: Encodable {
    var set: String
    var section: String
    var id: String
    var text: String
    var guidance: String?
    var takes: String
    var isRequired: Bool
    var standing: String
    var answer: String?
    var by: String?
    var highlight: String?

    static func all(_ asked: AskedQuestions) -> [PrintedQuestion] {
        asked.questions.map { one in
            let standing =
                switch one.standing {
                case .notStarted: "not-started"
                case .cannotStartYet: "cannot-start-yet"
                case .completed: "completed"
                case .notApplicable: "not-applicable"
                case .noResponseNeeded: "no-response-needed"
                }
            return PrintedQuestion(
                set: asked.set, section: one.question.section, id: one.question.id, text: one.question.text,
                guidance: one.question.guidance, takes: one.question.takes, isRequired: one.question.isRequired,
                standing: standing, answer: one.text, by: one.answer?.by.rawValue, highlight: one.highlight)
        }
    }
}
