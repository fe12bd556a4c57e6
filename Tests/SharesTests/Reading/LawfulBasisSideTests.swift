import Shares
import Testing

@Suite("Who relies on which lawful basis")
struct LawfulBasisSideTests {
    private func bases(_ text: String) throws -> [LawfulBasisCitation] {
        var terms = Terms(title: "", parties: [])
        var reader = TermsReader(reference: try RepositoryFolder.reference())
        for (field, text) in [(TermsField.provider, "HMRC"), (.recipient, "DWP"), (.lawfulBasis, text)] {
            _ = reader.read(text, as: field, into: &terms, at: .field(field.rawValue))
        }
        return terms.bases(.lawfulness)
    }

    @Test(arguments: [
        "Provider: 6(1)(e); Recipient: 6(1)(c)", "HMRC: 6(1)(e); DWP: 6(1)(c)", "provider=6(1)(e); recipient=6(1)(c)",
        "Article 6(1)(e) (provider); Article 6(1)(c) (recipient)",
        "Disclosing party: public task; receiving party: 6(1)(c)",
        "6(1)(e) (HMRC); 6(1)(c) (DWP)",
    ])
    func eachSideHasItsOwn(text: String) throws {
        let bases = try bases(text)
        #expect(bases.map(\.basis.term) == ["article-6-1-e", "article-6-1-c"])
        #expect(bases.map(\.party) == [.provider, .recipient])
    }

    /// What is kept is read again with each later edit.
    @Test func whatIsKeptSaysTheSameAgain() throws {
        var terms = Terms(title: "", parties: [])
        terms.lawfulBases = try bases("HMRC: 6(1)(e); DWP: 6(1)(c)")
        #expect(terms.text(of: .lawfulBasis) == "HMRC: 6(1)(e); DWP: 6(1)(c)")
    }

    @Test func severalOfOneSideAreKeptApart() throws {
        var terms = Terms(title: "", parties: [])
        terms.lawfulBases = try bases("HMRC: 6(1)(e) and 6(1)(c)")
        #expect(terms.bases(.lawfulness).map(\.party) == [.provider, .provider])
        #expect(terms.text(of: .lawfulBasis) == "HMRC: 6(1)(e); HMRC: 6(1)(c)")
    }

    @Test(arguments: [
        "Article 6(1)(a) not relied on", "6(1)(e) TBC", "6(1)(e) possibly", "6(1)(e) or 6(1)(c)", "VOA: 6(1)(e)",
        "6(1)(e) for the recipient only",
    ])
    func whatIsQualifiedIsNotUnderstood(text: String) throws {
        #expect(try bases(text).map(\.basis.term) == [nil])
    }

    @Test(arguments: ["6(1)(e) public task", "Article 6(1)(e): exercise of official authority", "Public task"])
    func whatSaysTheSameTwiceIsUnderstood(text: String) throws {
        let bases = try bases(text)
        #expect(bases.map(\.basis.term) == ["article-6-1-e"] && bases.map(\.party) == [nil])
    }

    @Test(arguments: [
        ("TBC", true), ("to be agreed", true), ("?", true), (" - ", true), ("n/a", true), ("N/A.", true),
        ("]]>", false),
        ("None", false), ("No", false), ("TBC by the board in May", false), ("", true),
    ])
    func aPlaceholderSaysNothing(text: String, isOne: Bool) {
        #expect(Placeholder.isOne(text) == isOne)
    }
}
