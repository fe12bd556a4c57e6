import Documents
import Shares
import Testing

@Suite("Checking templates")
struct TemplateCheckTests {
    /// A template of which every line is right but for what the test puts in.
    private func template(
        root: String = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\">",
        title: String = "<title>Test</title>", parts: String = Self.marking + Self.coverNote, body: String
    ) -> [UInt8] {
        Array(
            """
            \(root)
            <head>\(title)<meta name="version" content="1"/></head>
            <body>\(parts)<main><h1>Test</h1>
            \(body)
            </main></body></html>
            """.utf8)
    }

    private static let marking = "<p class=\"marking\" data-field=\"marking\">OFFICIAL</p>"
    private static let coverNote =
        "<aside data-if=\"missing\"><ul><li data-each=\"missing\"><span data-field=\"missing-fact\">x</span></li></ul></aside>"
    private static let contents = "<nav id=\"contents\"><ul><li><a href=\"#sample\">x</a></li></ul></nav>"
    private static let head = "<caption>x</caption><thead><tr><th scope=\"col\">x</th></tr></thead>"

    private func findings(_ template: [UInt8], clauses: [String: [UInt8]] = [:]) -> [String] {
        var files = clauses
        files["test.xhtml"] = template
        files["document.css"] = Array("p.own, .other_1 { margin: 0.5rem }\n".utf8)
        do throws(Findings) {
            _ = try DocumentTemplates(files: files)
            return []
        } catch {
            return error.all.map { "\($0.place) \($0.rule)" }
        }
    }

    @Test(
        arguments: [
            ("<p data-field=\"no-such\">x</p>", "template-field"),
            ("<p data-field=\"party-name\">x</p>", "template-field-place"),
            ("<p data-field=\"purpose\"><em>x</em></p>", "template-field-content"),
            ("<ul><li data-each=\"no-such\">x</li></ul>", "template-list"),
            ("<p data-if=\"no-such\">x</p>", "template-condition"),
            ("<p data-unless=\"no-such\">x</p>", "template-condition"),
            ("<p data-if=\"party-name\">x</p>", "template-field-place"),
            ("<div data-clause=\"no-such\"/>", "template-clause"),
            ("<script>x</script>", "template-element"), ("<style>x</style>", "template-element"),
            ("<iframe/>", "template-element"), ("<b:p xmlns:b=\"urn:other\">x</b:p>", "template-element"),
            ("<p onclick=\"x\">x</p>", "template-attribute"), ("<p data-other=\"x\">x</p>", "template-attribute"),
            ("<p style=\"x\">x</p>", "template-attribute"), ("<h3>x</h3>", "template-heading-skipped"),
            ("<table><caption>x</caption><tbody><tr><td>x</td></tr></tbody></table>", "template-table-headers"),
            ("<table><caption>x</caption><thead><tr><th>x</th></tr></thead></table>", "template-table-scope"),
            ("<table>\(head)<tbody><tr><td>x</td><td/></tr></tbody></table>", "template-table-columns"),
            ("<table><thead><tr><th scope=\"col\">x</th></tr></thead></table>", "template-table-caption"),
            (
                "<table><thead><tr><th scope=\"col\">x</th></tr></thead><caption>x</caption></table>",
                "template-table-caption"
            ),
            (
                "<table>\(head)<tbody><tr><td><table>\(head)</table></td></tr></tbody></table>", "template-table-nested"
            ),
            ("<ul>text<li>x</li></ul>", "template-nesting"), ("<ol><li>x</li>text</ol>", "template-nesting"),
            ("<ul></ul>", "template-empty"), ("<h2> </h2>", "template-empty"),
            ("<table><caption/><thead><tr><th scope=\"col\">x</th></tr></thead></table>", "template-empty"),
            (
                "<table><caption>x</caption><thead><tr><th scope=\"col\"></th></tr></thead></table>", "template-empty"
            ),
            ("<dl><dd>x</dd></dl>", "template-terms"), ("<dl><dt>x</dt></dl>", "template-terms"),
            ("<dl/>", "template-terms"), ("<p><a href=\"#nowhere\">x</a></p>", "template-link-dead"),
            ("<section aria-labelledby=\"nowhere\"><p>x</p></section>", "template-link-dead"),
            ("<p data-if=\"costs\" data-unless=\"costs\">x</p>", "template-never"),
            ("<?php x ?>", "template-instruction"), ("<p class=\"trem\">x</p>", "template-class"),
            ("<p>abc\u{202E}def</p>", "template-text"), ("<p aria-label=\"\u{2066}\">x</p>", "template-text"),
            ("<div class=\"signature\"><p>x</p></div>", "template-contents-missing"),
            ("<p><a href=\"javascript:alert(1)\">x</a></p>", "template-address"),
            ("<p>x<ul><li>x</li></ul></p>", "template-nesting"), ("<ul><p>x</p></ul>", "template-nesting"),
            ("<p id=\"a\">x</p><p id=\"a\">x</p>", "template-id-doubled"), ("<h1>Two</h1>", "template-heading-one"),
            ("<p data-field=\"purpose\">", "template-unreadable"),
            ("<ul><li data-each=\"conditions\">x</li></ul>", "template-left-empty"),
            ("<ol><li data-if=\"costs\">x</li><li data-each=\"reviews\">x</li></ol>", "template-left-empty"),
            (
                "<table>\(head)<tbody><tr data-each=\"sign-offs\"><td>x</td></tr></tbody></table>",
                "template-left-empty"
            ),
        ])
    func everyFaultIsToldWithItsLine(body: String, rule: String) {
        let found = findings(template(body: body))
        if rule == "template-unreadable" {
            #expect(found.contains { $0.hasSuffix(rule) })
        } else {
            // What is missing altogether is missing from the whole.
            let line = rule == "template-contents-missing" ? 1 : 4
            #expect(found == ["line \(line) \(rule)"], "\(found)")
        }
    }

    @Test func allFaultsAreToldAtOnce() {
        let found = findings(
            template(
                root: "<html xmlns=\"http://www.w3.org/1999/xhtml\">", title: "",
                body: "<p data-field=\"a\">x</p>\n<p data-field=\"b\">x</p>\n<h4>x</h4>"))
        #expect(
            Set(found) == [
                "line 1 template-language-missing", "line 1 template-title-missing", "line 4 template-field",
                "line 5 template-field", "line 6 template-heading-skipped",
            ])
    }

    @Test(arguments: [
        "<p data-field=\"purpose\">x</p>", "<p data-if=\"costs\" data-unless=\"end-date\">x</p>",
        "<p id=\"a\"><a href=\"#a\">x</a></p>", "<dl><dt>x</dt><dd data-if=\"costs\">x</dd><dd>y</dd></dl>",
        "<ul><li data-each=\"subjects\" data-field=\"subject-group\"/></ul>", "<p class=\"own other_1\">\u{5D0}</p>",
        "<ul data-if=\"conditions\"><li data-each=\"conditions\">x</li></ul>",
        "<div data-if=\"reviews\"><ul><li data-each=\"reviews\">x</li></ul></div>",
        "<ul><li data-each=\"conditions\">x</li><li data-unless=\"conditions\">None</li></ul>",
        "<table>\(head)<tbody><tr><td>x</td></tr><tr data-each=\"sign-offs\"><td>x</td></tr></tbody></table>",
        "<table>\(head)<tbody><tr data-each=\"items\"><td>x</td></tr></tbody></table>",
    ])
    func aRightTemplateHasNoFaults(body: String) {
        #expect(findings(template(body: body)) == [])
    }

    @Test(arguments: [
        ("", ["template-marking-missing", "template-cover-note-missing"]), (coverNote, ["template-marking-missing"]),
        (marking, ["template-cover-note-missing"]), (marking + coverNote, ["template-contents-missing"]),
        (marking + coverNote + contents, []),
    ])
    func whatPartiesSignBearsItsMarkingItsGapsAndItsContents(parts: String, rules: [String]) {
        let clause = Array(
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB"><head><title>Clause</title>
            <meta name="version" content="1"/><meta name="applies" content="x"/></head><body>
            <div class="signature"><p>x</p></div></body></html>
            """.utf8)
        let isSigned =
            rules != ["template-marking-missing"] && rules != ["template-cover-note-missing"] && !parts.isEmpty
        let found = findings(
            template(parts: parts, body: isSigned ? "<div data-clause=\"sign\"/>" : "<p>x</p>"),
            clauses: ["clauses/sign.xhtml": clause])
        #expect(found == rules.map { "line 1 \($0)" })
    }

    /// A department's own stylesheet may have classes of its own, and its public documents bear no marking.
    @Test func whatIsPublicNeedsNoMarking() {
        let page = String(decoding: template(parts: Self.coverNote, body: "<p>x</p>"), as: UTF8.self)
        let open = page.replacing("</head>", with: "<meta name=\"audience\" content=\"public\"/></head>")
        #expect(findings(Array(open.utf8)) == [])
    }

    /// A clause may lead to a section of the document that it stands in, and not to where there is none.
    @Test func linksAndIdsAreCheckedWhereAClauseStands() {
        let clause = Array(
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB"><head><title>Clause</title>
            <meta name="version" content="1"/><meta name="applies" content="x"/></head><body>
            <p id="own"><a href="#outside">x</a></p></body></html>
            """.utf8)
        func found(_ body: String) -> [String] {
            findings(template(body: body), clauses: ["clauses/one.xhtml": clause])
        }
        let place = "<div data-clause=\"one\"/>"
        #expect(found("<p id=\"outside\"><a href=\"#own\">x</a></p>\(place)") == [])
        #expect(found(place) == ["line 4 template-link-dead"])
        #expect(found("<p id=\"outside\">x</p><p id=\"own\">x</p>\n\(place)") == ["line 5 template-id-doubled"])
    }

    @Test func aClauseIsCheckedAsTemplatesAre() {
        let clause = Array(
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB"><head><title>Clause</title>
            <meta name="version" content="1"/></head><body>
            <p data-field="no-such">x</p>
            <h3>x</h3>
            <h2>x</h2>
            <h4>x</h4>
            </body></html>
            """.utf8)
        let found = findings(
            template(body: "<div data-clause=\"one\"/>"), clauses: ["clauses/one.xhtml": clause])
        #expect(found.contains("line 3 template-field"))
        #expect(found.contains("line 1 template-applies-missing"))
        // In the clause itself, and where it stands.
        #expect(found.contains("line 6 template-heading-skipped"))
        #expect(found.contains("line 4 template-heading-skipped"))
    }

    @Test(arguments: ["@import 'https://example.org/x.css';", "p { background: url(x) }", "</style>"])
    func aStylesheetFetchesNothingAndStaysOne(line: String) {
        #expect(throws: Findings.self) {
            try DocumentTemplates(files: ["document.css": Array("p {}\n\(line)".utf8)])
        }
    }

    /// A document type would let a template read files of the machine.
    @Test func aTemplateWithADocumentTypeIsRefused() {
        let template = Array(
            "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><html xmlns=\"http://www.w3.org/1999/xhtml\"/>"
                .utf8)
        #expect(findings(template).contains { $0.hasSuffix("template-unreadable") })
    }

    /// A faulty template, or one with a faulty clause, keeps no other from being made; the check tells of all.
    @Test func oneFaultyTemplateStopsNoOther() throws {
        var files = try Files.agreements()
        files["faulty.xhtml"] = template(body: "<p data-field=\"no-such\">x</p>")
        files["broken.xhtml"] = Array("<html".utf8)
        files["clauses/disputes.xhtml"] = Array("<html/>".utf8)
        #expect(throws: Findings.self) { try DocumentTemplates(files: files) }
        let templates = try DocumentTemplates(soundOf: files)
        #expect(templates.names.contains("dpia-report") && templates.has("data-sharing-agreement"))
        for name in ["faulty", "broken", "data-sharing-agreement"] {
            #expect(!templates.names.contains(name))
            #expect(throws: try #require(templates.faults(of: name))) {
                try templates.fill(name, for: SampleShares.sparse())
            }
        }
        #expect(templates.faults(of: "faulty")?.all.map(\.rule) == ["template-field"])
        #expect(templates.faults(of: "dpia-report") == nil && !templates.has("no-such"))
        #expect(try !templates.fill("dpia-report", for: SampleShares.sparse()).html().isEmpty)
    }

    @Test func everyTemplateThatIsDeliveredIsRight() throws {
        let templates = try DocumentTemplates(files: try Files.agreements())
        #expect(templates.names.contains("data-sharing-agreement"))
        for name in templates.names { #expect(try !templates.fill(name, for: SampleShares.sparse()).html().isEmpty) }
    }
}
