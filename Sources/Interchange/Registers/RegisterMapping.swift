/// How the register of another body becomes rows of the native one, as its JSON file says (`docs/import.md`).
package struct RegisterMapping: Hashable, Sendable {
    /// What becomes of the cells of one column.
    package struct Column: Hashable, Sendable {
        /// A native column.
        package var field: String
        /// Texts of the register and what is to be read for each; keys in the form of `SourceText.key`.
        package var values: [String: String]
        /// Whether a cell that holds a text which `values` does not list is left out of the field.
        package var leavesUnlisted: Bool
        /// Nothing: the text is taken as the native register has it.
        package var split: SplitPattern?
        /// What stands between this cell and the one before it in the same field.
        package var join: String?
        /// What is written before the text.
        package var prefix: String

        package init(
            field: String, values: [String: String] = [:], leavesUnlisted: Bool = false, split: SplitPattern? = nil,
            join: String? = nil, prefix: String = ""
        ) {
            self.field = field
            self.values = values
            self.leavesUnlisted = leavesUnlisted
            self.split = split
            self.join = join
            self.prefix = prefix
        }
    }

    /// The same text for every row.
    package struct Constant: Hashable, Sendable {
        package var text: String
        /// Whether it takes the place of what the row says, too.
        package var always: Bool
    }

    /// Several rows of the file that make one share.
    package struct Grouping: Hashable, Sendable {
        package enum Each: String, Hashable, Sendable {
            /// The first text; where others differ from it, a warning says so and all are kept beside the fields.
            case first
            /// Every value once.
            case all
        }

        /// The column whose text is the same in all rows of one share.
        package var column: String
        /// By native column; `first` for those not named.
        package var each: [String: Each]
    }

    package var name: String
    package var title: String
    package var delimiter: UInt8
    /// By the column's name in the file.
    package var columns: [String: Column]
    /// By native column: text with the names of file columns in braces, filled in where the field is blank.
    package var compositions: [String: Composition]
    /// By native column.
    package var constants: [String: Constant]
    /// By native column: file columns whose text is taken, with a warning, where the field is blank.
    package var fallbacks: [String: [String]]
    package var grouping: Grouping?
    /// File columns that are not kept.
    package var ignored: Set<String>

    /// All columns that the file must have.
    package var neededColumns: Set<String> {
        var needed = Set(columns.keys)
        for composition in compositions.values { needed.formUnion(composition.columns) }
        for columns in fallbacks.values { needed.formUnion(columns) }
        if let grouping { needed.insert(grouping.column) }
        return needed
    }
}

/// A text with places for the cells of a row: `{Organisation Name}: data under {NIC Number}`.
package struct Composition: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case text(String)
        case column(String)
    }

    package let parts: [Part]

    /// Nil where a brace is not closed, or closes nothing, or holds no name.
    package init?(_ pattern: String) {
        var parts: [Part] = []
        var current = String.UnicodeScalarView()
        var inside = false
        for scalar in pattern.unicodeScalars {
            switch scalar {
            case "{":
                guard !inside else { return nil }
                if !current.isEmpty { parts.append(.text(String(current))) }
            case "}":
                guard inside, !current.isEmpty else { return nil }
                parts.append(.column(String(current)))
            default:
                current.append(scalar)
                continue
            }
            inside = scalar == "{"
            current = String.UnicodeScalarView()
        }
        guard !inside else { return nil }
        if !current.isEmpty { parts.append(.text(String(current))) }
        self.parts = parts
    }

    package var columns: [String] {
        parts.compactMap { part in
            if case .column(let name) = part { name } else { nil }
        }
    }

    /// Empty where every cell that it asks for is.
    package func text(_ cell: (String) -> String) -> String {
        let filled = parts.map { part in
            switch part {
            case .text(let text): text
            case .column(let name): cell(name)
            }
        }
        let isBlank = !columns.isEmpty && columns.allSatisfy { cell($0).isEmpty }
        return isBlank ? "" : SourceText.tidied(filled.joined())
    }
}
