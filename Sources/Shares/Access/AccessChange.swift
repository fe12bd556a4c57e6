/// A change to what programs may do: what stands in the record.
package enum AccessChange: Hashable, Sendable {
    case keyMade(Key)
    /// By its number.
    case keyRevoked(Int)

    /// A key without what proves it.
    package struct Key: Hashable, Sendable, Codable {
        package var number: Int
        package var name: String
        /// One of the two is there.
        package var person: PersonID?
        package var organisation: String?
        package var scopes: [APIScope]
        /// The last day on which it is good.
        package var last: Day

        package init(number: Int, name: String, holder: APIKeyHolder, scopes: [APIScope], last: Day) {
            self.number = number
            self.name = name
            switch holder {
            case .person(let id): person = id
            case .organisation(let id): organisation = id
            }
            self.scopes = scopes
            self.last = last
        }
    }
}

extension AccessChange: Codable {
    private enum Keys: String, CodingKey {
        case keyMade = "key-made"
        case keyRevoked = "key-revoked"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if let key = try container.decodeIfPresent(Key.self, forKey: .keyMade) {
            self = .keyMade(key)
        } else {
            self = .keyRevoked(try container.decode(Int.self, forKey: .keyRevoked))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .keyMade(let key): try container.encode(key, forKey: .keyMade)
        case .keyRevoked(let number): try container.encode(number, forKey: .keyRevoked)
        }
    }
}
