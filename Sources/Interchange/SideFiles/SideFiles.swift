internal import JSONValues
internal import Shares

/// What else goes with a manifest, in forms that other tools read: each says part of the same value, and nothing more.
package enum SideFiles {
    package static let agreement = "dsp-agreement.json"
    package static let contract = "odcs-contract.json"
    package static let template = "template.csv"
    package static let fields = "fields.csv"
    package static let records = "ukmem-datasets.json"

    static let names = [agreement, contract, template, fields, records]
    /// Those that a share has only with enough to say.
    static let optionalNames = [template, fields, records]

    /// A file for each form that the share has enough for.
    package static func files(
        for manifest: Manifest, from keeper: RegisterKeeper
    ) -> [(name: String, bytes: [UInt8])] {
        var files = [
            (agreement, lines(DataspaceAgreement.message(of: manifest))),
            (contract, lines(DataContract.contract(of: manifest))),
        ]
        if !manifest.dataItems.isEmpty {
            files.append((template, FieldList.template(of: manifest)))
            files.append((fields, FieldList.table(of: manifest)))
        }
        let metadata = MetadataRecord(manifest: manifest, keeper: keeper).records
        if !metadata.isEmpty { files.append((records, lines(.array(metadata)))) }
        return files
    }

    /// Why there is no metadata record; empty where there is one.
    package static func metadataGaps(of manifest: Manifest, from keeper: RegisterKeeper) -> [MetadataGap] {
        MetadataRecord(manifest: manifest, keeper: keeper).gaps
    }

    private static func lines(_ value: JSONValue) -> [UInt8] { Array((value.pretty() + "\n").utf8) }

    /// A name for people and programs: small letters, digits and single hyphens of what a text has of them.
    static func slug(_ text: String) -> String {
        var slug = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.unicodeScalars.append(UnicodeScalar(byte + 32))
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                slug.unicodeScalars.append(UnicodeScalar(byte))
            default: if slug.last != "-", !slug.isEmpty { slug.append("-") }
            }
        }
        while slug.last == "-" { slug.removeLast() }
        return slug
    }

    /// The address that stands for a thing of the manifest's: a name only, as `docs/manifest.md` says.
    static func name(_ kind: String, _ id: String) -> String {
        "https://concordat.example/ns/2026/\(kind)/\(percentEncoded(id))"
    }

    /// A text as one part of the path of an address (RFC 3986).
    static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte -> String in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                return String(UnicodeScalar(byte))
            default:
                let digits = Array("0123456789ABCDEF")
                return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }.joined()
    }
}
