import XMLTrees

/// A chart of a page as a picture that stands alone.
struct SVGPicture {
    static let namespace = XMLNamespace("http://www.w3.org/2000/svg")

    let bytes: [UInt8]
    /// The title, and the words for whoever does not see it.
    let title: String
    let words: String
    private let size: (width: Int, height: Int)

    /// - Parameter chart: with a `viewBox` from 0, as `BarChart` draws it.
    init(_ chart: PageElement) throws(XMLFaults) {
        let box = (chart.tag[.viewBox] ?? "").split(separator: " ").compactMap { Int($0) }
        size = box.count == 4 ? (max(box[2], 1), max(box[3], 1)) : (1, 1)
        title = chart.children.first { $0.name == .title }?.text ?? ""
        words = chart.children.first { $0.name == .desc }?.text ?? ""
        let tree = try XMLTree(root: "svg", namespace: Self.namespace)
        tree.root.set("viewBox", to: "0 0 \(size.width) \(size.height)")
        tree.root.set("width", to: String(size.width))
        tree.root.set("height", to: String(size.height))
        tree.root.set("font-family", to: "Liberation Sans, Arial, Helvetica, sans-serif")
        for part in chart.children { Self.draw(part, into: tree.root) }
        bytes = try tree.serialised()
    }

    /// How high it is where it is so many millimetres wide.
    func millimetres(ofWidth width: Int) -> Int { max(1, width * size.height / size.width) }

    /// A part of a chart has no parts of its own.
    private static func draw(_ part: PageElement, into parent: XMLElement) {
        let drawn = parent.append(part.name.rawValue, text: part.text)
        for attribute in part.tag.attributes { drawn.set(attribute.name.rawValue, to: attribute.value) }
    }
}
