internal import JSONValues
internal import Shares

extension Manifest {
    /// Data that travels together, under one name of the share's.
    struct Dataset {
        var name: String
        /// The same in every version of the share, as long as the name is.
        var address: String
    }

    /// In the order in which the data items name them; items that name none are in one called `data`, which is also there
    /// where no item is stated.
    var datasets: [Dataset] {
        var names = FieldList.datasets(of: self).map(\.name)
        if names.isEmpty { names = ["data"] }
        var taken: Set<String> = []
        return names.map { name in
            let slug = SideFiles.slug(name)
            let base = slug.isEmpty ? "data" : slug
            var part = base
            var number = 2
            while !taken.insert(part).inserted {
                part = "\(base)-\(number)"
                number += 1
            }
            return Dataset(name: name, address: "\(shareAddress)/dataset/\(part)")
        }
    }

    /// The datasets as DCAT 3 describes them, handed over through the share's channel.
    func json(of datasets: [Dataset], under policy: SharePolicy?) -> JSONValue {
        .array(
            datasets.map { dataset in
                .members([
                    "@id": .string(dataset.address), "@type": "dcat:Dataset", "title": .string(dataset.name),
                    "publisher": .addresses(addresses(of: providers, as: .provider)),
                    "frequency": frequency?.json(), "hasPolicy": .text(policy?.address),
                    "distribution": channel.map { [$0.distribution(at: shareAddress)] },
                ])
            })
    }
}

extension Manifest.Channel {
    /// A `dcat:Distribution`; where data is asked for or streamed it has a `dcat:DataService`.
    fileprivate func distribution(at shareAddress: String) -> JSONValue {
        .members([
            "@type": "dcat:Distribution", "title": .string(name),
            "accessService": isService
                ? [
                    "@id": .string(shareAddress + "/service"), "@type": "dcat:DataService", "title": .string(name),
                ] : nil,
        ])
    }

    private var isService: Bool {
        switch style {
        case .api, .query, .stream: true
        case .file, .email, .physical, .portal, nil: false
        }
    }
}
