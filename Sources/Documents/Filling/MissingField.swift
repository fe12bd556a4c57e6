/// A field that is missing, and of which list of conditions where it is one of those.
struct MissingField: Hashable {
    let field: DocumentField
    let conditions: DocumentList?

    init(_ field: DocumentField, in list: DocumentList?) {
        self.field = field
        conditions = [.specialCategoryConditions, .criminalOffenceConditions].contains(list) ? list : nil
    }

    var label: String {
        switch (field, conditions) {
        case (.basisName, .specialCategoryConditions): "the condition of Article 9"
        case (.basisName, .criminalOffenceConditions): "the condition of Article 10"
        default: field.label
        }
    }
}
