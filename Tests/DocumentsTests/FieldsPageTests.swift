import Documents
import Testing

@Suite("The page of fields")
struct FieldsPageTests {
    @Test func thePageListsAllThatTemplatesMayAskFor() throws {
        var page = """
            # What document templates may ask for

            Printed by a test from the program's own lists; `RECORD=1 swift test` rewrites it.
            How templates are written is in [templates are XHTML, and filled as values](decisions/document-templates.md).

            ## Fields: `data-field`

            A document for the public may ask for those marked “public” alone.

            | field | what it says | audience |
            |---|---|---|

            """
        for field in DocumentField.allCases where !field.isOfRow {
            let column = field.column.map { " (`\($0)` in the register)" } ?? ""
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

    @Test func noNameMeansTwoThings() {
        let names =
            DocumentField.allCases.map(\.rawValue) + DocumentList.allCases.map(\.rawValue)
            + DocumentCondition.allCases.map(\.rawValue)
        let doubled = Set(names.filter { name in names.count { $0 == name } > 1 })
        #expect(doubled == [])
    }
}
