import JSONValues
package import Shares

/// What the sample portfolio is made of: `Samples/portfolio/flows.json`, read and checked.
///
/// `flows` lists what is shared; each flow names its terms by id, and `wordings` holds the spellings of every term, the
/// usual one first. Parties are organisation ids, or `group:` and a name from `groups`.
package struct SampleFlows: Sendable {
    /// Some bodies at once: by kind and type of council, or one by one.
    struct Group: Sendable {
        let kind: String?
        let gss: [String]
        let bodies: [String]
    }

    /// Items that clerks write as one.
    struct Bundle: Sendable {
        let text: String
        let items: [String]
    }

    package let flows: [SampleFlow]
    let groups: [String: Group]
    /// Bodies that the reference data has no place for.
    let bodies: [SampleOrganisation]
    /// Posts that own shares, by spoke.
    let owners: [String: [String]]
    let bundles: [Bundle]
    let remarks: [String]
    let statuses: [String: SampleFlow.Wording]
    /// How pre-2018 rows put their basis, and pre-2014 rows their marking.
    let formerBasis: SampleFlow.Wording
    let formerMarking: SampleFlow.Wording

    /// Reads the file; every fault in it is reported at once, with its JSON Pointer.
    package init(json: [UInt8]) throws(Findings) {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: json)
        } catch {
            throw Findings([.error("sample-flows-json", at: .line(error.line, column: error.column), "\(error)")])
        }
        var reader = SampleFlowsReader(root: value)
        groups = reader.groups()
        bodies = reader.bodies()
        owners = reader.owners()
        bundles = reader.bundles()
        remarks = reader.texts(value["remarks"], "/remarks")
        statuses = reader.statuses()
        formerBasis = reader.wording("1998", of: "bases", at: "/wordings/bases")
        formerMarking = reader.wording("obsolete", of: "classifications", at: "/wordings/classifications")
        flows = reader.flows(spokes: Set(owners.keys), groups: Set(groups.keys))
        guard reader.findings.isEmpty else { throw reader.findings }
    }
}
