package import Shares

/// What a governance board is given to read and decide: sections of sentences, tables and charts.
package struct BoardPack: Sendable {
    /// Figures or facts in rows. The first cell of a row heads it.
    package struct Table: Sendable {
        package var caption: String
        package var headings: [String]
        package var rows: [[String]]
        /// Drawn as bars above the table, from the figures of the second column.
        package var isCharted: Bool

        package init(_ caption: String, _ headings: [String], _ rows: [[String]], isCharted: Bool = false) {
            self.caption = caption
            self.headings = headings
            self.rows = rows
            self.isCharted = isCharted
        }
    }

    package struct Section: Sendable {
        package var title: String
        package var isAnnex: Bool
        package var sentences: [String]
        package var tables: [Table]

        package init(_ title: String, isAnnex: Bool = false, _ sentences: [String] = [], _ tables: [Table] = []) {
            self.title = title
            self.isAnnex = isAnnex
            self.sentences = sentences
            self.tables = tables
        }
    }

    package var title: String
    /// `The whole portfolio`, or the spoke or partner that it is about.
    package var scope: String
    package var marking: String
    package var day: Day
    package var ledgerPosition: Int
    package var sections: [Section]

    package init(
        title: String, scope: String, marking: String, day: Day, ledgerPosition: Int, sections: [Section]
    ) {
        self.title = title
        self.scope = scope
        self.marking = marking
        self.day = day
        self.ledgerPosition = ledgerPosition
        self.sections = sections
    }
}
