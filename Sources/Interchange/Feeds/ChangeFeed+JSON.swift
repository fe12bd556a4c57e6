internal import JSONValues
internal import Shares

extension ChangeFeed {
    /// As a JSON Feed (jsonfeed.org, version 1.1), with reference and version of each change as an extension.
    package var json: [UInt8] {
        let document = JSONValue.members([
            "version": "https://jsonfeed.org/version/1.1",
            "title": .string(title),
            "feed_url": .string(first),
            "next_url": .text(next),
            "language": "en-GB",
            "authors": [["name": .string(issuer.name)]],
            "items": .array(
                entries.map { entry in
                    [
                        "id": .string(name(of: entry)), "url": .string(entry.address),
                        "title": .string(title(of: entry)), "content_text": .string(entry.says),
                        "date_published": .string(entry.issued.description),
                        "_concordat": [
                            "reference": .string(entry.reference.rawValue), "version": .number(entry.version),
                        ],
                    ]
                }),
        ])
        return Array((document.pretty() + "\n").utf8)
    }
}
