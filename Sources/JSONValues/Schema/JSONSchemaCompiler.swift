/// Turns the text of a schema into nodes, and gathers what is wrong with it.
struct JSONSchemaCompiler {
    private let document: JSONValue
    var nodes: [JSONSchemaNode] = []
    var faults: [JSONSchemaFault] = []
    /// The number of each part by its pointer, for `$ref`.
    private var numbers: [String: Int] = [:]
    /// References are resolved when all parts are known.
    private var references: [(node: Int, target: String, place: JSONPointer)] = []

    init(_ document: JSONValue) {
        self.document = document
    }

    mutating func compile() throws(JSONSchemaFaults) -> [JSONSchemaNode] {
        _ = compile(document, at: JSONPointer())
        for (node, target, place) in references {
            if let number = numbers[target] {
                nodes[node].reference = number
            } else {
                report("There is no schema at \(target).", at: place)
            }
        }
        if faults.isEmpty, hasCircle() { report("A $ref leads back to itself.", at: JSONPointer()) }
        guard faults.isEmpty else { throw JSONSchemaFaults(faults) }
        return nodes
    }

    /// Compiles one part and those in it, and gives its number.
    mutating func compile(_ schema: JSONValue, at place: JSONPointer) -> Int {
        let number = nodes.count
        nodes.append(JSONSchemaNode())
        numbers["#" + place.description] = number
        var node = JSONSchemaNode()
        switch schema {
        case .bool(let allowed): node.allowsNothing = !allowed
        case .object(let members):
            for (keyword, value) in members.sorted(by: { $0.key < $1.key }) {
                read(keyword, value, into: &node, at: place.appending(keyword))
            }
        default: report("A schema is an object, true or false, not \(schema.kind).", at: place)
        }
        if let reference = schema["$ref"]?.string {
            references.append((number, reference, place.appending("$ref")))
        }
        nodes[number] = node
        return number
    }

    mutating func report(_ message: String, at place: JSONPointer) {
        faults.append(JSONSchemaFault(at: place, message))
    }

    private func hasCircle() -> Bool {
        var finished = Set<Int>()
        var open = Set<Int>()
        func leadsBack(_ node: Int) -> Bool {
            if finished.contains(node) { return false }
            guard open.insert(node).inserted else { return true }
            if nodes[node].inPlace.contains(where: leadsBack) { return true }
            open.remove(node)
            finished.insert(node)
            return false
        }
        return nodes.indices.contains(where: leadsBack)
    }
}
