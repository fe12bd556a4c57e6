/// A thing with an address, and what is said of it, to be written as linked data (RDF 1.1): the part that catalogues need.
struct RDFStatement: Hashable, Sendable {
    let iri: String
    let node: RDFNode

    init(_ iri: String, _ type: String, _ properties: KeyValuePairs<String, [RDFValue?]>) {
        self.iri = RDFNode.escaped(iri)
        node = RDFNode(type, properties)
    }
}

/// What is said of a thing, which by itself has no address.
struct RDFNode: Hashable, Sendable {
    struct Property: Hashable, Sendable {
        /// In prefixed form: `dct:title`.
        var predicate: String
        var values: [RDFValue]
    }

    /// In prefixed form: `dcat:Dataset`.
    let type: String
    /// In the order to be written; a predicate without values is not there.
    let properties: [Property]

    init(_ type: String, _ properties: KeyValuePairs<String, [RDFValue?]>) {
        self.type = type
        self.properties = properties.map { Property(predicate: $0.key, values: $0.value.compactMap { $0 }) }
            .filter { !$0.values.isEmpty }
    }

    /// What may not stand in an address (RFC 3987), as its bytes.
    static func escaped(_ address: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in address.utf8 {
            if byte <= 0x20 || byte == 0x7F || "<>\"{}|\\^`".utf8.contains(byte) {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What a predicate says of a thing.
indirect enum RDFValue: Hashable, Sendable {
    /// A thing by its whole address.
    case iri(String)
    /// A thing by a prefixed name: `odrl:use`.
    case name(String)
    /// Words in English.
    case words(String)
    /// A text in no language: an identifier.
    case plain(String)
    /// A value of a type of XML Schema: `date`.
    case typed(String, as: String)
    /// A thing that has no address.
    case node(RDFNode)

    static func words(_ text: String?) -> RDFValue? { text.map { .words($0) } }
    static func iri(_ address: String?) -> RDFValue? { address.map { .iri($0) } }
    static func date(_ day: String?) -> RDFValue? { day.map { .typed($0, as: "date") } }
}

/// The vocabularies that catalogues use, by prefix.
enum RDFPrefixes {
    static let all = [
        ("adms", "http://www.w3.org/ns/adms#"),
        ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dcatap", "http://data.europa.eu/r5r/"),
        ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("odrl", "http://www.w3.org/ns/odrl/2/"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]
}
