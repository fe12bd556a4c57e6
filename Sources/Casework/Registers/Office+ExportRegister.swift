package import Interchange
import Ledger
package import Shares

/// A register that the whole portfolio is exported as.
package enum RegisterExport: String, Sendable, CaseIterable {
    /// Of information sharing agreements under Part 5 of the Digital Economy Act 2017.
    case dea
    /// Of processing activities, as a controller keeps it: UK GDPR Article 30(1).
    case article30 = "article-30"
    /// Of processing for others, as a processor keeps it: UK GDPR Article 30(2).
    case article30Processor = "article-30-processor"
    /// For other departments' catalogues: DCAT 3.
    case catalogue
    /// For everybody.
    case `public`
}

/// How an export is written.
package enum RegisterExportForm: String, Sendable, CaseIterable {
    case csv, tsv, json
    case jsonLD = "json-ld"
    case turtle
}

/// What an export came to.
package struct RegisterExportAccount: Sendable {
    package var written = 0
    /// How many shares are not in it, by why.
    package var omitted: [Omission: Int] = [:]
    /// Shares that have no manifest, and so are in no export.
    package var unstated = Findings()
    /// The shares that want something in a column, by its name, in order.
    package var gaps: [(column: String, shares: [ShareReference])] = []
}

extension Office {
    /// Writes every share that belongs in a register, bit by bit, and says what is not in it and what is wanting.
    ///
    /// The same record gives the same bytes. `base` is where the department publishes, for the addresses in a catalogue.
    package func exportRegister(
        _ export: RegisterExport, as form: RegisterExportForm, base: String? = nil,
        write: (String) throws -> Void
    ) throws -> RegisterExportAccount {
        let organisation = try department().organisation
        let reference = try reference()
        return try ledger.read { reader in
            let keeper = RegisterKeeper(
                organisation, reference: reference, changed: try reader.lastEventTime() ?? Instant(milliseconds: 0))
            let position = RegisterPosition(size: 0, head: "", at: keeper.changed)
            let changes = try reader.changeTimes()
            var account = RegisterExportAccount()
            var text = export.text(as: form, of: keeper, base: base)
            try write(text.opening)
            try reader.forEachShare { share in
                let manifest: Manifest
                do throws(Findings) {
                    manifest = try Manifest(
                        share: share, reference: reference, issuer: organisation, at: keeper.changed,
                        ledger: position)
                } catch {
                    account.unstated.append(error)
                    return
                }
                let entry = PortfolioEntry(manifest, changed: changes[share.reference] ?? keeper.changed)
                if let omission = text.omission(of: entry) {
                    account.omitted[omission, default: 0] += 1
                    return
                }
                account.note(text.gaps(in: entry), of: share.reference)
                account.written += 1
                try write(text.text(for: entry))
            }
            try write(text.closing())
            return account
        }
    }
}

extension RegisterExport {
    fileprivate func text(
        as form: RegisterExportForm, of keeper: RegisterKeeper, base: String?
    ) -> any RegisterText {
        switch self {
        case .dea: RegisterTableText(.informationSharingAgreements(keeper), as: form.ofTable)
        case .article30: RegisterTableText(.processingRecord(keeper), as: form.ofTable)
        case .article30Processor: RegisterTableText(.processorRecord(keeper), as: form.ofTable)
        case .public: RegisterTableText(.publicRegister(keeper), as: form.ofTable)
        case .catalogue: RegisterCatalogue(keeper, as: form == .turtle ? .turtle : .jsonLD, base: base)
        }
    }
}

extension RegisterExportForm {
    fileprivate var ofTable: RegisterTableText.Form {
        switch self {
        case .tsv: .tsv
        case .json: .json
        case .csv, .jsonLD, .turtle: .csv
        }
    }
}

extension RegisterExportAccount {
    fileprivate mutating func note(_ columns: [String], of share: ShareReference) {
        for column in columns {
            if let index = gaps.firstIndex(where: { $0.column == column }) {
                gaps[index].shares.append(share)
            } else {
                gaps.append((column, [share]))
            }
        }
    }
}
