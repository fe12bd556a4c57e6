import Documents
import Shares
import Testing

@Suite("Checking templates")
struct TemplateCheckTests {
    /// A template of which every line is right but for what the test puts in.
    private func template(
        root: String = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\">",
        title: String = "<title>Test</title>", body: String
    ) -> [UInt8] {
        Array(
            """
            \(root)
            <head>\(title)<meta name="version" content="1"/></head>
            <body><main><h1>Test</h1>
            \(body)
            </main></body></html>
            """.utf8)
    }

    private func findings(_ template: [UInt8], clauses: [String: [UInt8]] = [:]) -> [String] {
        var files = clauses
        files["test.xhtml"] = template
        files["document.css"] = Array("p { margin: 0 }\n".utf8)
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
            ("<table><tbody><tr><td>x</td></tr></tbody></table>", "template-table-headers"),
            ("<table><thead><tr><th>x</th></tr></thead></table>", "template-table-scope"),
            (
                "<table><thead><tr><th scope=\"col\">x</th></tr></thead><tbody><tr><td>x</td><td/></tr></tbody></table>",
                "template-table-columns"
            ),
            ("<p><a href=\"javascript:alert(1)\">x</a></p>", "template-address"),
            ("<p>x<ul><li>x</li></ul></p>", "template-nesting"), ("<ul><p>x</p></ul>", "template-nesting"),
            ("<p id=\"a\">x</p><p id=\"a\">x</p>", "template-id-doubled"), ("<h1>Two</h1>", "template-heading-one"),
            ("<p data-field=\"purpose\">", "template-unreadable"),
        ])
    func everyFaultIsToldWithItsLine(body: String, rule: String) {
        let found = findings(template(body: body))
        if rule == "template-unreadable" {
            #expect(found.contains { $0.hasSuffix(rule) })
        } else {
            #expect(found.contains("line 4 \(rule)"), "\(found)")
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

    @Test func aRightTemplateHasNoFaults() {
        #expect(findings(template(body: "<p data-field=\"purpose\">x</p>")) == [])
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

    @Test func everyTemplateThatIsDeliveredIsRight() throws {
        let templates = try DocumentTemplates(files: try Files.agreements())
        #expect(templates.names.contains("data-sharing-agreement"))
        for name in templates.names { #expect(try !templates.fill(name, for: SampleShares.sparse()).html().isEmpty) }
    }
}
