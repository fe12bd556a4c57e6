import JSONValues

/// A definition and the file that states it; list positions in the definition are those in the file.
struct LocatedDefinition: Sendable {
    var file: String
    var definition: Definition
    /// False where parts of the file could not be read, so that a missing way out may only be an unread one.
    var isWhole: Bool

    func fault(_ rule: DefinitionFault.Rule, at pointer: JSONPointer, _ message: String) -> DefinitionFault {
        DefinitionFault(file: file, pointer: pointer, rule: rule, message: message)
    }

    func place(state index: Int) -> JSONPointer { JSONPointer(["states", String(index)]) }
    func place(transition index: Int) -> JSONPointer { JSONPointer(["transitions", String(index)]) }
    func place(invariant index: Int) -> JSONPointer { JSONPointer(["invariants", String(index)]) }
}
