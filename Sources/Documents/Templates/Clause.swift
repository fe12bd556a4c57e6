/// A text of the clause library, which documents share.
package struct Clause: Hashable, Sendable {
    /// The file's name without its ending, by which templates include it: `security`.
    package let name: String
    package let title: String
    /// The clause's own count of its versions.
    package let version: String
    /// When it belongs into a document: `Agreements under which personal data is shared.`
    package let applies: String

    init(_ file: TemplateFile) {
        name = file.id
        title = file.title
        version = file.meta("version") ?? ""
        applies = file.meta("applies") ?? ""
    }
}
