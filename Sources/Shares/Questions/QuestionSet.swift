package import Foundation

/// Questions that are asked about a share: at its proposal, in its assessment, at a review.
package struct QuestionSet: Hashable, Sendable {
    /// `proposal`, `assessment` or `review`.
    package let name: String
    package private(set) var questions: [Question]
    /// By spoke: questions that are asked of its shares too.
    package private(set) var extra: [String: [Question]] = [:]

    /// The folder in `Templates`; a file is `NAME.json`, or `NAME.SPOKE.json` for what one spoke asks beyond it.
    package static let folder = "questions"
    package static let names = ["proposal", "assessment", "review"]

    /// Everything asked of a share of a spoke, in order.
    package func questions(for spoke: String?) -> [Question] { questions + (spoke.flatMap { extra[$0] } ?? []) }

    /// Reads the files of the folder by their names in it: all sets, or every fault in all of them.
    package static func sets(
        files: [String: Data], spokes: Set<String>, notes: inout Findings
    ) -> [String: QuestionSet] {
        var sets: [String: QuestionSet] = [:]
        for file in files.keys.sorted() {
            let parts = file.split(separator: ".").map(String.init)
            guard parts.count == 2 || parts.count == 3, parts.last == "json", names.contains(parts[0]) else {
                notes.append(
                    .error(
                        "question-file-unknown", at: .pointer(file: file, ""),
                        "A file of questions is NAME.json or NAME.SPOKE.json, with a name of \(names.joined(separator: ", "))."
                    ))
                continue
            }
            let entries = ReferenceFile<Question>(file, array: "questions", in: files, notes: &notes).entries
            var set = sets[parts[0]] ?? QuestionSet(name: parts[0], questions: [])
            if parts.count == 2 {
                set.questions = entries.map(\.value)
            } else if spokes.contains(parts[1]) {
                set.extra[parts[1]] = entries.map(\.value)
            } else {
                notes.append(
                    .error(
                        "question-spoke-unknown", at: .pointer(file: file, ""),
                        "“\(parts[1])” is not a spoke of the reference data."))
            }
            sets[parts[0]] = set
            notes.append(faults(in: entries, beside: set.questions))
        }
        return sets
    }

    private init(name: String, questions: [Question]) {
        self.name = name
        self.questions = questions
    }

    private static func faults(in entries: [ReferenceEntry<Question>], beside others: [Question]) -> Findings {
        var notes = Findings()
        var seen: Set<String> = []
        let known = Set(others.map(\.id) + entries.map(\.value.id))
        for entry in entries {
            let question = entry.value
            func note(_ rule: String, _ says: String) { notes.append(.error(rule, at: entry.place, says)) }
            let isNew = seen.insert(question.id).inserted
            if !isNew || others.count(where: { $0.id == question.id && $0 != question }) > 0 {
                note("question-doubled", "The question \(question.id) is there twice.")
            }
            if question.id.contains(where: { $0 == "/" || $0.isWhitespace }) || question.id.isEmpty {
                note("question-id-malformed", "The id “\(question.id)” is empty, or holds a space or a slash.")
            }
            for id in (question.after ?? []) + (question.when ?? []).compactMap(\.question) where !known.contains(id) {
                note("question-unknown", "The question \(question.id) refers to \(id), which is not asked.")
            }
            if [.oneOf, .severalOf].contains(question.kind), question.options?.isEmpty ?? true {
                note("question-without-options", "The question \(question.id) has no options to choose from.")
            }
            if question.other != nil, question.kind != .severalOf {
                note("question-other-misplaced", "Only several-of has something other: \(question.id) is another kind.")
            }
            if question.isRequired, question.kind == .notice {
                note("notice-required", "A notice, \(question.id), cannot be answered.")
            }
        }
        return notes
    }
}
