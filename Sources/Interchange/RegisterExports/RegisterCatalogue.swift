internal import JSONValues
internal import Shares

/// The register as a catalogue of DCAT 3 that other catalogues harvest: a dataset for each share that may be published, with
/// the law and the agreement under which it is shared. It says that the data exists and who shares it, and leads to no data.
package struct RegisterCatalogue: RegisterText {
    package enum Form: Sendable {
        /// JSON-LD 1.1
        case jsonLD
        /// RDF 1.1 Turtle
        case turtle
    }

    private let keeper: RegisterKeeper
    private let form: Form
    /// What every address in it begins with, a slash at its end.
    private let base: String
    private var datasets: [RDFValue] = []
    private var records: [RDFValue] = []
    /// Bodies that have been described, which is done once.
    private var described: Set<String> = []

    /// `base`: where the department publishes; nil for names under which nothing is served.
    package init(_ keeper: RegisterKeeper, as form: Form, base: String? = nil) {
        self.keeper = keeper
        self.form = form
        let base = base ?? SideFiles.name("organisation", keeper.organisation.id)
        self.base = base.hasSuffix("/") ? base : base + "/"
    }

    package func omission(of entry: PortfolioEntry) -> Omission? { keeper.reasonNotToPublish(entry) }
    package func gaps(in entry: PortfolioEntry) -> [String] { [] }

    package var opening: String {
        switch form {
        case .jsonLD: "{\"@context\":\(RDFStatement.jsonContext.compact),\"@graph\":[\n"
        case .turtle: RDFStatement.turtleHead
        }
    }

    /// One share: its dataset, its agreement, the catalogue's record of it, and bodies that are named for the first time.
    package mutating func text(for entry: PortfolioEntry) -> String {
        let address = base + "share/" + SideFiles.percentEncoded(entry.manifest.reference.rawValue)
        datasets.append(.iri(address))
        records.append(.iri(address + "#record"))
        let bodies = (entry.manifest.providers + entry.manifest.recipients).compactMap { describe($0.id, $0.name) }
        return
            (bodies + [
                dataset(entry, at: address), agreement(entry.manifest, on: address), record(entry, of: address),
            ]).map { written($0) + between }.joined()
    }

    /// The catalogue itself, which lists all datasets.
    package func closing() -> String {
        var last = self
        let keeper = last.describe(keeper.organisation.id, keeper.organisation.name).map { written($0) + between }
        return (keeper ?? "") + written(catalogue) + (form == .jsonLD ? "\n]}\n" : "")
    }

    private var between: String { form == .jsonLD ? ",\n" : "" }

    private func written(_ statement: RDFStatement) -> String {
        switch form {
        case .jsonLD: statement.json.compact
        case .turtle: statement.turtle
        }
    }

    // MARK: - What is said

    private var catalogue: RDFStatement {
        let name = keeper.organisation.name
        return RDFStatement(
            base + "catalogue", "dcat:Catalog",
            [
                "dct:title": [.words("Data shares of \(name)")],
                "dct:description": [
                    .words(
                        "What \(name) shares with other bodies or receives from them, for what, and under which law.")
                ],
                "dct:publisher": [body(keeper.organisation.id, name)],
                "dct:language": [.iri("http://publications.europa.eu/resource/authority/language/ENG")],
                "dct:license": [
                    .iri("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")
                ],
                "dct:modified": [.typed(keeper.changed.description, as: "dateTime")],
                "dct:conformsTo": [.iri("https://www.w3.org/TR/vocab-dcat-3/")],
                "dcat:contactPoint": [contact],
                "dcat:dataset": datasets,
                "dcat:record": records,
            ])
    }

    private func record(_ entry: PortfolioEntry, of address: String) -> RDFStatement {
        RDFStatement(
            address + "#record", "dcat:CatalogRecord",
            [
                "dct:identifier": [.plain(entry.manifest.reference.rawValue)],
                "dct:modified": [.typed(entry.changed.description, as: "dateTime")],
                "foaf:primaryTopic": [.iri(address)],
            ])
    }

    private func dataset(_ entry: PortfolioEntry, at address: String) -> RDFStatement {
        let manifest = entry.manifest
        return RDFStatement(
            address, "dcat:Dataset",
            [
                "dct:identifier": [.plain(manifest.reference.rawValue)],
                "dct:title": [.words(manifest.title)],
                "dct:description": [.words(manifest.purpose ?? manifest.title)],
                "dct:publisher": manifest.providers.prefix(1).map { body($0.id, $0.name) },
                "dct:creator": manifest.providers.map { body($0.id, $0.name) },
                "dcat:keyword": unique(manifest.dataItems.map(\.name)).map { .words($0) },
                "dcat:version": [.plain(String(manifest.version))],
                "adms:status": [.iri("\(ManifestNames.namespace)#\(manifest.status.rawValue)")],
                "dct:accrualPeriodicity": [.iri(frequency(manifest))],
                "dct:accessRights": [
                    .iri("http://publications.europa.eu/resource/authority/access-right/RESTRICTED")
                ],
                "dcatap:applicableLegislation": unique(manifest.gateways.compactMap(\.address)).map { .iri($0) },
                "dcat:contactPoint": [contact],
                "odrl:hasPolicy": [.iri(address + "#agreement")],
            ])
    }

    /// Who lets whom use the data, from when to when (ODRL 2.2).
    private func agreement(_ manifest: Manifest, on address: String) -> RDFStatement {
        func bound(_ comparison: String, _ day: Day?) -> RDFValue? {
            guard let day else { return nil }
            return .node(
                RDFNode(
                    "odrl:Constraint",
                    [
                        "odrl:leftOperand": [.name("odrl:dateTime")], "odrl:operator": [.name(comparison)],
                        "odrl:rightOperand": [.date(day.description)],
                    ]))
        }
        return RDFStatement(
            address + "#agreement", "odrl:Agreement",
            [
                "odrl:uid": [.iri(address + "#agreement")],
                "odrl:permission": [
                    .node(
                        RDFNode(
                            "odrl:Permission",
                            [
                                "odrl:target": [.iri(address)],
                                "odrl:action": [.name("odrl:use")],
                                "odrl:assigner": manifest.providers.map { body($0.id, $0.name) },
                                "odrl:assignee": manifest.recipients.map { body($0.id, $0.name) },
                                "odrl:constraint": [
                                    bound("odrl:gteq", manifest.start), bound("odrl:lteq", manifest.end),
                                ],
                            ]))
                ],
            ])
    }

    /// A body by its address, or by its name where it is not known which one is meant.
    private func body(_ id: String?, _ name: String) -> RDFValue {
        id.map { .iri(SideFiles.name("organisation", $0)) }
            ?? .node(RDFNode("foaf:Organization", ["foaf:name": [.words(name)]]))
    }

    /// What there is to say of a body, where it is known and has not been said.
    private mutating func describe(_ id: String?, _ name: String) -> RDFStatement? {
        guard let id, described.insert(id).inserted else { return nil }
        return RDFStatement(
            SideFiles.name("organisation", id), "foaf:Organization",
            ["dct:identifier": [.plain(id)], "foaf:name": [.words(name)]])
    }

    /// The department: a post or mailbox where it has one.
    private var contact: RDFValue {
        let mailbox = [keeper.particulars?.contact, keeper.particulars?.dataProtectionOfficer].compactMap { $0 }
            .first(where: Mailbox.isOne)
        return .node(
            RDFNode(
                "vcard:Organization",
                [
                    "vcard:fn": [.words(keeper.organisation.name)],
                    "vcard:hasEmail": [.iri(mailbox.map { "mailto:\($0)" })],
                ]))
    }

    /// Dublin Core's term for how often, where there is one.
    private func frequency(_ manifest: Manifest) -> String? {
        manifest.frequency?.id.flatMap { keeper.reference.frequencies[$0]?.ukmem }
            .map { "http://purl.org/cld/" + $0.replacing(":", with: "/", maxReplacements: 1) }
    }

    private func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
