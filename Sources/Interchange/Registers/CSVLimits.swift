/// How much one row of a table may hold before it is refused; the file as a whole may have any length.
package struct CSVLimits: Hashable, Sendable {
    /// In bytes.
    package var cell = 1024 * 1024
    /// In bytes, all cells of a row together.
    package var row = 4 * 1024 * 1024
    package var columns = 500

    package init() {}

    package static let standard = CSVLimits()
}
