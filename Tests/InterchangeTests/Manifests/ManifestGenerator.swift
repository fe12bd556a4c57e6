import Shares

/// Numbers that are the same in each run: SplitMix64 from a seed that a failing test prints.
struct ManifestGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static let pieces = [
        "\"", "'", "<", ">", "&", "&amp;", "]]>", "<!--", "<?x", "\u{301}", "\u{200D}", "\u{202E}", "\u{5D0}\u{644}",
        "e\u{301}", "\u{E9}", "\u{212A}", "\u{1F469}\u{200D}\u{1F4BB}", "\r\n", "\r", "\n", "\t", " ", "  ", "\u{0}",
        "\u{1}", "\u{B}", "\u{85}", "\u{7F}", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "\u{2028}", "\\", "\\u0000", "a",
        "Z9",
        "=1+1", "{", "}", "%00",
    ]

    mutating func text() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...12, using: &self) {
            text += Self.pieces.randomElement(using: &self) ?? ""
        }
        return text
    }

    mutating func maybe() -> String? { Bool.random(using: &self) ? text() : nil }

    /// Terms with such texts wherever there is a text.
    mutating func terms() -> Terms {
        var terms = Terms(
            title: text(),
            parties: Party.Part.allCases.map {
                Party(Stated(text()), as: $0, controllership: Party.Controllership.allCases.randomElement(using: &self))
            },
            purpose: text(),
            items: (0..<3).map { _ in
                DataItem(
                    Stated(text()), dataset: maybe(), isPersonal: Bool.random(using: &self),
                    isCriminalOffenceData: Bool.random(using: &self), justification: maybe())
            })
        terms.publicBenefit = maybe()
        terms.spoke = maybe().map { Stated($0) }
        terms.subjects = [Stated(text())]
        terms.gateways = [Stated(text())]
        terms.lawfulBases = [LawfulBasisCitation(.lawfulness, Stated(text()))]
        terms.frequency = maybe().map { Stated($0) }
        terms.volume = maybe()
        terms.channel = maybe().map { Stated($0) }
        terms.channelSecurity = maybe()
        terms.classification = maybe().map { Stated($0) }
        terms.handling = [text()]
        terms.retention = maybe().map { Retention($0) }
        terms.disposal = maybe().map { Stated($0) }
        terms.transfers = [InternationalTransfer(country: text(), safeguard: maybe().map { Stated($0) })]
        terms.onwardSharing = maybe()
        terms.startDate = StatedDay(text(), day: nil)
        terms.agreementType = maybe().map { Stated($0) }
        terms.parentAgreement = maybe()
        terms.rightsContact = maybe()
        terms.contact = maybe()
        return terms
    }
}
