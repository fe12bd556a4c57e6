internal import Shares
internal import XMLTrees

extension ChangeFeed {
    /// As an Atom feed (RFC 4287), whose pages are tied together as those of a paged feed (RFC 5005, section 3).
    /// Throws only where there is no memory for it.
    package func atom() throws -> [UInt8] {
        let tree = try XMLTree(root: "feed", namespace: XMLNamespace("http://www.w3.org/2005/Atom"))
        let feed = tree.root
        feed.append("id", text: name)
        feed.append("title", text: title)
        feed.append("updated", text: updated.description)
        feed.append("author").append("name", text: issuer.name)
        link(in: feed, "self", address)
        link(in: feed, "first", first)
        if let next { link(in: feed, "next", next) }
        for entry in entries {
            let element = feed.append("entry")
            element.append("id", text: name(of: entry))
            element.append("title", text: title(of: entry))
            element.append("published", text: entry.issued.description)
            element.append("updated", text: entry.issued.description)
            link(in: element, "alternate", entry.address)
            element.append("summary", text: entry.says)
        }
        return try tree.serialised()
    }

    private func link(in element: XMLElement, _ relation: String, _ address: String) {
        let link = element.append("link")
        link.set("rel", to: relation)
        link.set("href", to: address)
    }
}
