import Foundation
package import Ledger
package import Shares
package import Workflows

/// Everything that a person can do, one function each: what the pages, the JSON API and the command line call.
///
/// Reference data and workflows are read when first needed, so that a look at the register starts at once.
package struct Office: Sendable {
    package let ledger: Ledger
    package let templates: TemplateFolder
    package let surroundings: Surroundings
    let referenceData: Once<ReferenceData>
    let currentEdition: Once<Edition>
    let earlierEditions: EditionShelf

    /// The one wiring: the program and every test build the application here.
    package init(ledger: Ledger, templates: TemplateFolder = .bundled, surroundings: Surroundings = .real) {
        self.ledger = ledger
        self.templates = templates
        self.surroundings = surroundings
        let referenceData = Once { try ReferenceData(files: try templates.files(in: "reference", ending: ".json")) }
        self.referenceData = referenceData
        currentEdition = Once { try Edition.current(in: templates, ledger: ledger, now: surroundings.now()) }
        earlierEditions = EditionShelf(ledger: ledger)
    }

    package func reference() throws -> ReferenceData { try referenceData.get() }

    /// The machines that new shares run on: the files of `Templates/workflows`.
    package func definitions() throws -> CheckedDefinitions { try currentEdition.get().definitions }

    /// The rules for new shares.
    package func rulebook() throws -> Rulebook {
        let edition = try currentEdition.get()
        return Rulebook(definitions: edition.definitions, pin: edition.pin, reference: try reference())
    }

    /// The rules that a share was pinned to when it came in.
    package func rulebook(for pin: WorkflowPin) throws -> Rulebook {
        Rulebook(definitions: try definitions(for: pin), pin: pin, reference: try reference())
    }

    package func definitions(for pin: WorkflowPin) throws -> CheckedDefinitions {
        let current = try currentEdition.get()
        return pin.digest == current.pin.digest ? current.definitions : try earlierEditions.definitions(pin.digest)
    }

    func circumstances(_ reader: LedgerReader) throws -> Circumstances {
        let people = try reader.people()
        return Circumstances(
            now: surroundings.now(),
            people: Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }
}
