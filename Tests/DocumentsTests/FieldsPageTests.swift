import Documents
import Foundation
import Shares
import Testing

@Suite("The page of fields")
struct FieldsPageTests {
    @Test func thePageListsAllThatTemplatesMayAskFor() throws {
        var page = """
            # What document templates may ask for

            Printed by a test from the program's own lists; `RECORD=1 swift test` rewrites it.
            How templates are written is in [templates are XHTML, and filled as values](decisions/document-templates.md).

            Where nothing else is said, a field comes from the terms or from what was recorded of the share. A *field of the terms*
            is given by its name: `propose --field`, `act … edit --field`, a column of an imported register. A field that a *question*
            fills is given by answering it: `answer DS-1 --set proposal 1.9=2026-09-01`, or on its page. What only *an
            imported register* says stands in a column of that name, beside those that every register has.

            ## Fields: `data-field`

            A document for the public may ask for those marked “public” alone.

            | field | what it says | audience |
            |---|---|---|

            """
        let questions = try Self.questions()
        for field in DocumentField.allCases where !field.isOfRow {
            let column = field.column.map { " (\(Self.source(of: field, column: $0, questions)))" } ?? ""
            let audience = field.isPublic ? "public" : ""
            page += "| `\(field.rawValue)` | \(field.meaning)\(column) | \(audience) |\n"
        }
        page += "\n## Lists: `data-each`, and the fields of their rows\n"
        for list in DocumentList.allCases {
            page += "\n### `\(list.rawValue)`\n\n\(list.meaning)\n\n| field | what it says |\n|---|---|\n"
            for field in list.columns { page += "| `\(field.rawValue)` | \(field.meaning) |\n" }
        }
        page += """

            ## Conditions: `data-if` and `data-unless`

            They also take the name of a field, which holds where it is known, and of a list, which holds where it has rows.

            | condition | holds where |
            |---|---|

            """
        for condition in DocumentCondition.allCases { page += "| `\(condition.rawValue)` | \(condition.meaning) |\n" }
        try Files.expect(Array(page.utf8), equals: "docs/fields.md")
    }

    /// Where a fact comes from that is no part of the model: `question 5.1 of a proposal, or …`.
    private static func source(of field: DocumentField, column: String, _ questions: [String: String]) -> String {
        if TermsField(rawValue: column) != nil { return "field of the terms `\(column)`" }
        let register = "column `\(column)` of an imported register"
        return questions[field.rawValue].map { "\($0), or \(register)" } ?? register
    }

    private struct Questions: Decodable {
        struct One: Decodable {
            var id: String
            var document: String?
        }
        var questions: [One]
    }

    /// By the field of documents that shows the answer; what every spoke is asked.
    private static func questions() throws -> [String: String] {
        var found: [String: String] = [:]
        for name in QuestionSet.names {
            let file = Files.repository.appendingPathComponent("Templates/\(QuestionSet.folder)/\(name).json")
            for one in try JSONDecoder().decode(Questions.self, from: Data(contentsOf: file)).questions {
                guard let field = one.document else { continue }
                found[field] = "question \(one.id) of \(name == "assessment" ? "an" : "a") \(name)"
            }
        }
        return found
    }

    /// What the page says of a field of the terms, `propose --field` takes.
    @Test func aFieldOfTheTermsIsOne() {
        #expect(TermsField(rawValue: "necessity") != nil)
        #expect(TermsField(rawValue: "success_measure") == nil)
    }

    @Test func noNameMeansTwoThings() {
        let names =
            DocumentField.allCases.map(\.rawValue) + DocumentList.allCases.map(\.rawValue)
            + DocumentCondition.allCases.map(\.rawValue)
        let doubled = Set(names.filter { name in names.count { $0 == name } > 1 })
        #expect(doubled == [])
    }
}
