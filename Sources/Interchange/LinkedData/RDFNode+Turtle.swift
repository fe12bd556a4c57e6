extension RDFStatement {
    static let turtleHead = RDFPrefixes.all.map { "@prefix \($0.0): <\($0.1)> .\n" }.joined() + "\n"

    /// In Turtle (W3C, RDF 1.1 Turtle), with a blank line after it.
    var turtle: String { "<\(iri)> \(node.turtle(indent: "    ")) .\n\n" }
}

extension RDFNode {
    fileprivate func turtle(indent: String) -> String {
        (["a \(type)"]
            + properties.map { property in
                "\(property.predicate) "
                    + property.values.map { $0.turtle(indent: indent) }.joined(separator: ", ")
            }).joined(separator: " ;\n\(indent)")
    }

}

extension RDFValue {
    fileprivate func turtle(indent: String) -> String {
        switch self {
        case .iri(let address): "<\(RDFNode.escaped(address))>"
        case .name(let name): name
        case .words(let text): "\(RDFValue.quoted(text))@en"
        case .plain(let text): RDFValue.quoted(text)
        case .typed(let text, let type): "\(RDFValue.quoted(text))^^xsd:\(type)"
        case .node(let node): "[ \(node.turtle(indent: indent + "    ")) ]"
        }
    }

    /// Nothing in a text can end it.
    private static func quoted(_ text: String) -> String {
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\".unicodeScalars + [scalar]
            case "\n": quoted += "\\n".unicodeScalars
            case "\r": quoted += "\\r".unicodeScalars
            case "\t": quoted += "\\t".unicodeScalars
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".unicodeScalars
            default: quoted.append(scalar)
            }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
