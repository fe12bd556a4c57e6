/// The data items of a share as the columns of a file: what somebody fills in, and what each column means.
enum FieldList {
    struct Field {
        /// `national-insurance-number`: the column's heading.
        var name: String
        var item: Manifest.DataItem

        /// `special category: health`, `criminal offence`, `personal`, `not personal` or `not stated`.
        var classification: String {
            var words: [String] = []
            if let special = item.specialCategory { words.append("special category: \(special)") }
            if item.isCriminalOffenceData { words.append("criminal offence") }
            if words.isEmpty {
                words.append(item.isPersonal.map { $0 ? "personal" : "not personal" } ?? "not stated")
            }
            return words.joined(separator: ", ")
        }
    }

    struct Dataset {
        var name: String
        var fields: [Field]
    }

    /// In the order of the manifest; items that name no dataset are in one called `data`. No two fields of one have one name.
    static func datasets(of manifest: Manifest) -> [Dataset] {
        var datasets: [Dataset] = []
        for item in manifest.dataItems {
            let name = item.dataset ?? "data"
            let index =
                datasets.firstIndex { $0.name == name }
                ?? {
                    datasets.append(Dataset(name: name, fields: []))
                    return datasets.count - 1
                }()
            let plain = item.id ?? SideFiles.slug(item.name)
            let base = plain.isEmpty ? "item" : plain
            let taken = Set(datasets[index].fields.map(\.name))
            var heading = base
            var number = 2
            while taken.contains(heading) {
                heading = "\(base)-\(number)"
                number += 1
            }
            datasets[index].fields.append(Field(name: heading, item: item))
        }
        return datasets
    }

    /// A heading for each item, dataset after dataset, and no row.
    static func template(of manifest: Manifest) -> [UInt8] {
        let datasets = datasets(of: manifest)
        let headings = datasets.flatMap { dataset in
            dataset.fields.map { datasets.count == 1 ? $0.name : "\(SideFiles.slug(dataset.name)).\($0.name)" }
        }
        return Array(CSVWriter.line(headings).utf8)
    }

    static func table(of manifest: Manifest) -> [UInt8] {
        var rows = [["dataset", "column", "name", "identifier", "classification", "justification"]]
        for dataset in datasets(of: manifest) {
            for field in dataset.fields {
                rows.append([
                    dataset.name, field.name, field.item.name, field.item.id ?? "", field.classification,
                    field.item.justification ?? "",
                ])
            }
        }
        return Array(rows.map { CSVWriter.line($0) }.joined().utf8)
    }
}
