import Casework
import Shares

/// The questions of a set as the fields of a form, by section; what does not apply is not asked.
struct QuestionFields: Component {
    let asked: AskedQuestions
    /// What was typed, by the name of the field.
    let values: [String: String]
    let problems: [FormProblem]

    static func name(_ set: String, _ id: String) -> String { Share.answerKey(set, id) }

    /// The field in which something beside the options is said.
    private static func otherName(_ name: String) -> String { name + "/other" }

    /// Says that the boxes of a question were in the form: of those that nobody ticks, a form says nothing.
    private static func askedName(_ name: String) -> String { name + "/asked" }

    /// What a form answers to each question that it asks: of boxes that were ticked, with what is said beside them, one text.
    static func answers(_ form: PostedForm, in asked: AskedQuestions) -> [String: String] {
        asked.questions.reduce(into: [:]) { answers, one in
            let name = name(asked.set, one.question.id)
            if one.question.kind == .severalOf {
                guard form.lists[name] != nil || form[askedName(name)] != nil || form[otherName(name)] != nil else {
                    return
                }
                let beside = form[otherName(name)]?.lineEndsAsWritten ?? ""
                answers[name] = one.question.joined(form.lists[name] ?? [], [beside])
            } else if let text = form[name] {
                answers[name] = text.lineEndsAsWritten
            }
        }
    }

    /// The answers of a form that are not as they stand; of those that were taken back nothing.
    static func changed(_ form: PostedForm, in asked: AskedQuestions) -> [String: String] {
        let answers = answers(form, in: asked)
        return asked.questions.reduce(into: [:]) { changed, one in
            let name = name(asked.set, one.question.id)
            let (chosen, beside) = one.question.takenApart(one.text ?? "")
            let stands = one.question.kind == .severalOf ? one.question.joined(chosen, beside) : one.text ?? ""
            guard let text = answers[name], text != stands, !(text.trimmed.isEmpty && stands.isEmpty) else { return }
            changed[name] = text.trimmed.isEmpty ? "" : text
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
        let value = values[name] ?? one.text ?? ""
        let problems = problems.filter { $0.field == name }.map(\.message)
        if let options = question.choices {
            let choice = choice(of: options, one, name, text, value, problems).html
            guard question.kind == .severalOf else { return choice }
            return choice
                + tag(.input, .with(.type, "hidden"), .with(.name, Self.askedName(name)), .with(.value, "yes"))
        }
        return FormField(
            name: name, label: text, hint: hint(one), value: value,
            control: question.kind == .text ? .text : .line(type: "text", autocomplete: "off"), problems: problems,
            isRequired: question.isRequired
        ).html
    }

    /// What helps to answer; in a review what was answered last time too, which is not the answer of this one.
    private func hint(_ one: AnsweredQuestion) -> String? {
        let lastTime = one.lastTime.map { "Last time (\($0.at.day.inWords)): \($0.text)" }
        return [one.question.guidance, lastTime].compactMap { $0 }.joined(separator: " ").nonEmpty
    }

    /// All options in sight: one may be chosen, or several, and where the list is open something else be said.
    private func choice(
        of options: [String], _ one: AnsweredQuestion, _ name: String, _ text: String, _ value: String,
        _ problems: [String]
    ) -> ChoiceField {
        let question = one.question
        let (chosen, beside) = question.takenApart(value)
        let takesSeveral = question.kind == .severalOf
        return ChoiceField(
            kind: takesSeveral ? .checkbox : .radio, name: name, legend: text,
            hint: [hint(one), takesSeveral ? "Choose all that apply." : nil].compactMap { $0 }
                .joined(separator: " ").nonEmpty,
            options: options.map { ChoiceField.Option(value: $0, label: $0, isChosen: chosen.contains($0)) },
            problems: problems,
            other: question.other.map {
                FormField(
                    name: Self.otherName(name), label: $0, value: beside.joined(separator: "; "), control: .text,
                    isRequired: false)
            }, isRequired: question.isRequired)
    }
}
