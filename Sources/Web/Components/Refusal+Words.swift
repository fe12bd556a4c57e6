import Shares

extension Refusal.Reason {
    /// In the words of a form, which has labels and hints: commands are told the names under which they take a field, and where
    /// else to look.
    var asPagesSay: String {
        switch rule {
        case "title-missing": return "Give a title."
        case "key-used-otherwise":
            return
                "This form was sent already, with something else in it, and that was done. To do this too, send it again."
        case "evidence-missing":
            // What it takes is the field's own hint.
            let whole = says.split(separator: Self.giving, maxSplits: 1)
            return whole.count == 2 ? whole[0] + "." : says
        default: break
        }
        var words = wants.map { says.replacing("give \($0.rawValue)", with: "give “\($0.label)”") } ?? says
        for (name, label) in Self.labels { words = words.replacing(name, with: "“\(label)”") }
        for (name, shown) in Self.elsewhere { words = words.replacing(name, with: shown) }
        return words
    }

    private static let giving = ": give "

    /// Names of several words are in no sentence but as names.
    private static let labels: [(name: String, label: String)] =
        (TermsField.allCases.map { ($0.rawValue, $0.label) }.filter { $0.0.contains("_") }
        + EvidenceField.allCases.map { ($0.rawValue, $0.label) }.filter { $0.0.contains("-") })
        .sorted { $0.0.count > $1.0.count }

    private static let elsewhere: KeyValuePairs = [
        ": see people list.": ".", ": people appoint gives it.": ": the hub appoints on the page of the people.",
        ": people add gives it.": ": the hub gives it on the page of the people.", ": see concordat triggers.": ".",
        ": the hub adds people with people add.": ".", "name it in criteria": "tick it",
    ]
}
