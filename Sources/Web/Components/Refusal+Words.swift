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

    private static let giving = ": give "

    private static let labels: [String: String] = Dictionary(
        uniqueKeysWithValues: TermsField.allCases.map { ($0.rawValue, $0.label) }.filter { $0.0.contains("_") }
            + EvidenceField.allCases.map { ($0.rawValue, $0.label) }.filter { $0.0.contains("-") })

    /// By the rule: what a command is told of other commands, and what is said of pages.
    private static let elsewhere: [String: KeyValuePairs<String, String>] = [
        "unknown-person": [": see people list.": ".", ": the hub adds people with people add.": "."],
        "role-missing": [": people add gives it.": ": the hub gives it on the page of the people."],
        "owner-not-appointed": [": people appoint gives it.": ": the hub appoints on the page of the people."],
        "unknown-trigger": [": see concordat triggers.": "."],
        "trigger-left-out": ["name it in criteria": "tick it"],
    ]
}
