import Ledger
import Shares
import Workflows

/// The editions of departments that narrow the master by an overlay in `Templates/overlays`.
struct DepartmentEditions: Sendable {
    static let folder = "overlays"

    struct Department: Sendable {
        var overlay: Overlay
        var edition: Edition
    }

    var all: [Department] = []

    /// Reads and checks every overlay; one that this ledger has not seen is proved before it is published.
    static func current(
        in templates: TemplateFolder, on master: Edition, reference: ReferenceData, ledger: Ledger, now: Instant
    ) throws -> DepartmentEditions {
        var editions = DepartmentEditions()
        var faults: [DefinitionFault] = []
        var read: [(file: String, narrowed: NarrowedDefinitions)] = []
        for (file, bytes) in try templates.filesIfAny(in: folder, ending: ".json").sorted(by: { $0.key < $1.key }) {
            do throws(DefinitionFaults) {
                let narrowed = try NarrowedDefinitions(
                    overlay: Array(bytes), file: file, on: master.definitions, vocabulary: Rulebook.vocabulary,
                    departments: reference.departmentNames)
                read.append((file, narrowed))
                faults += reference.signOffRules.faults(in: narrowed.definitions, file: file)
            } catch {
                faults += error.all
            }
        }
        faults += Overlay.claimedTwice(read.map { ($0.file, $0.narrowed.overlay) })
        guard faults.isEmpty else { throw DefinitionFaults(faults) }
        for (_, narrowed) in read {
            let overlay = narrowed.overlay
            let edition = Edition(narrowed.definitions, overlay: overlay)
            try edition.publish(in: ledger, now: now)
            editions.all.append(Department(overlay: overlay, edition: edition))
        }
        return editions
    }

    /// Nil: the share runs on the master as it is.
    func edition(for terms: Terms) -> Edition? {
        let chosen = Overlay.choice(
            among: all.map(\.overlay), providers: terms.providers.compactMap(\.organisation.term),
            recipients: terms.recipients.compactMap(\.organisation.term), spoke: terms.spoke?.term)
        return all.first { $0.overlay.name == chosen?.name }?.edition
    }
}

extension ReferenceData {
    /// Whom an overlay may name.
    var departmentNames: DepartmentNames {
        DepartmentNames(
            organisations: Set(organisations.all.map(\.id)), spokes: Set(spokes.all.map(\.id)))
    }
}
