import Shares

extension Refusal.Reason {
    /// In the words of a form, which has labels and hints: commands are told the names under which they take a field, and where
    /// else to look.
    package var asPagesSay: String {
        switch rule {
        case "title-missing": return "Give a title."
        case "key-used-otherwise":
            return
                "This form was sent already, with something else in it, and that was done. To do this too, send it again."
        case "evidence-missing":
            // What it takes is the field's own hint.
            let whole = says.split(separator: Self.giving, maxSplits: 1)
            guard whole.count == 2 else { return says }
            if whole[0] == "No field of the share is changed" {
                return "Nothing was changed: change a field, or go back."
            }
            if let label = field.flatMap({ EvidenceField(rawValue: $0) })?.label, label.hasSuffix("?") {
                return "Answer “\(label)”"
            }
            return whole[0] + "."
        case "text-incomplete":
            // Where it shows is the share's own page.
            let words = labelled
            return Self.part(of: words, before: ": document ").map { $0 + "." } ?? words
        case "trigger-left-out":
            // A trigger goes by why the terms show it, and not by its identifier.
            let said = says.split(separator: "the trigger ", maxSplits: 1)
            if said.count == 2, let because = said[1].firstIndex(of: "(") {
                var reason = self
                reason.says = said[0] + "a trigger " + said[1][because...]
                reason.rule = Self.toTick
                return reason.asPagesSay
            }
        case "segregation-of-duties":
            // Commands go by their words.
            return says.split(separator: "“", omittingEmptySubsequences: false).map { part -> String in
                guard let end = part.firstIndex(of: "”") else { return String(part) }
                return String(part[..<end]).replacing("-", with: " ") + String(part[end...])
            }.joined(separator: "“")
        default: break
        }
        return (Self.elsewhere[rule] ?? [:]).reduce(labelled) { $0.replacing($1.key, with: $1.value) }
    }

    /// What it says with labels for names of fields, found in one pass: a page may show a hundred reasons.
    private var labelled: String {
        let bytes = Array(says.utf8)
        var words: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { !Self.isOfName($0) } ?? bytes.count
            if let label = label(for: bytes[start..<end], after: words) {
                words += Array("“\(label)”".utf8)
            } else {
                words += bytes[start..<end]
            }
            let next = bytes[end...].firstIndex(where: Self.isOfName) ?? bytes.count
            words += bytes[end..<next]
            start = next
        }
        return String(decoding: words, as: UTF8.self)
    }

    /// Names of several words are in no sentence but as names; of those of one, the one that is to be given is.
    private func label(for word: ArraySlice<UInt8>, after words: [UInt8]) -> String? {
        if let wants, words.suffix(5).elementsEqual("give ".utf8), word.elementsEqual(wants.rawValue.utf8) {
            return wants.label
        }
        guard word.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }) else { return nil }
        return Self.labels[String(decoding: word, as: UTF8.self)]
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    /// By bytes, as many reasons stand on one page.
    private static func part(of text: String, before mark: String) -> Substring? {
        let all = text.utf8
        var at = all.startIndex
        while let found = all[at...].firstIndex(of: mark.utf8.first ?? 0) {
            if all[found...].starts(with: mark.utf8) { return text[..<found] }
            at = all.index(after: found)
        }
        return nil
    }

    private static let toTick = "trigger-to-tick"
    private static let giving = ": give "

    private static let labels: [String: String] = Dictionary(
        uniqueKeysWithValues: TermsField.allCases.map { ($0.rawValue, $0.label) }.filter { $0.0.contains("_") }
            + EvidenceField.allCases.map { ($0.rawValue, $0.label) }.filter { $0.0.contains("-") })

    private static let wayOut: KeyValuePairs = [
        " (reject-retirement)": "", " (withdraw-retirement)": "", " (withdraw-notice)": "",
    ]

    /// By the rule: what a command is told of other commands, and what is said of pages.
    private static let elsewhere: [String: KeyValuePairs<String, String>] = [
        "unknown-person": [": see people list.": ".", ": the hub adds people with people add.": "."],
        "role-missing": [": people add gives it.": ": the hub gives it on the page of the people."],
        "owner-not-appointed": [": people appoint gives it.": ": the hub appoints on the page of the people."],
        "unknown-trigger": [": see concordat triggers.": "."],
        toTick: ["name it in criteria": "tick it"],
        "similar-shares-answered": ["Say with answer-similar whether": "Say whether"],
        "leading-assessment-covers": [": give leading.": "."],
        "no-risk": [": record-risk does that.": "."],
        "signed-off-already": ["; withdraw-sign-off takes it back.": "."],
        "own-sign-off": [": sign-off.": "."],
        "assessment-questions-answered": [" of the set assessment (answer-assessment)": " of the assessment"],
        "retirement-too-far": [" (withdraw-notice)": ""],
        "survivor-retires": wayOut, "retires-into-another": wayOut,
    ]
}
