import XMLTrees

/// What a template has to know of a clause that stands in it, to be checked with it.
struct ClauseOutline {
    /// Of its headings, in order.
    let headingLevels: [Int]
    let ids: [String]
    /// The ids that its links and labels name.
    let targets: [String]
    /// Whether parties sign in it.
    let isSigned: Bool

    init(_ file: TemplateFile) {
        headingLevels = file.headingLevels
        let all = file.body?.descendants ?? []
        ids = all.compactMap { $0["id"] }
        targets = all.flatMap(TemplateLanguage.targets)
        isSigned = all.contains { TemplateLanguage.classes(of: $0).contains(TemplateLanguage.signature) }
    }
}
