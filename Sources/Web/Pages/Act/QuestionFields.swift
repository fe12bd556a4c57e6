import Casework
import Shares

/// The questions of a set as the fields of a form, by section; what does not apply is not asked.
struct QuestionFields: Component {
    let asked: AskedQuestions
    /// What was typed, by the name of the field.
    let values: [String: String]
    let problems: [FormProblem]

    static func name(_ set: String, _ id: String) -> String { Share.answerKey(set, id) }

    /// The answers of a form that are not as they stand.
    static func changed(_ form: PostedForm, in asked: AskedQuestions) -> [String: String] {
        asked.questions.reduce(into: [:]) { changed, one in
            let name = name(asked.set, one.question.id)
            guard let text = form[name]?.lineEndsAsWritten, !text.trimmed.isEmpty, text != one.text ?? "" else {
                return
            }
            changed[name] = text
        }
    }

    var html: HTML {
        var html = HTML()
        var section = ""
        for one in asked.questions where one.standing != .notApplicable {
            if one.question.section != section {
                section = one.question.section
                html.append(tag(.h2) { section })
            }
            html.append(field(one))
        }
        return html
    }

    private func field(_ one: AnsweredQuestion) -> HTML {
        let question = one.question
        let text = "\(question.id) \(question.text)"
        if case .noResponseNeeded = one.standing { return tag(.p) { tag(.strong) { text } } }
        if case .cannotStartYet(let first) = one.standing {
            return tag(.p, .class("hint")) { "\(text) – after \(first.joined(separator: ", "))" }
        }
        let name = Self.name(asked.set, question.id)
        let hint = [question.guidance, question.kind == .severalOf ? question.takes.capitalisedFirst : nil]
            .compactMap { $0 }.joined(separator: " ")
        return FormField(
            name: name, label: text, hint: hint.isEmpty ? nil : hint, value: values[name] ?? one.text ?? "",
            control: control(of: question), problems: problems.filter { $0.field == name }.map(\.message),
            isRequired: question.isRequired
        ).html
    }

    private func control(of question: Question) -> FormField.Control {
        switch question.kind {
        case .yesOrNo, .oneOf: .choice((question.choices ?? []).map { ($0, $0) })
        case .text: .text
        case .day, .severalOf, .notice: .line(type: "text", autocomplete: "off")
        }
    }
}
