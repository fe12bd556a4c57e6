internal import Crypto
internal import Foundation
package import Shares
internal import SwiftASN1
internal import X509

private enum ObjectName {
    static let ecdsaWithSHA256: ASN1ObjectIdentifier = [1, 2, 840, 10045, 4, 3, 2]
    static let listNumber: ASN1ObjectIdentifier = [2, 5, 29, 20]
    static let reason: ASN1ObjectIdentifier = [2, 5, 29, 21]
}

extension RevocationList {
    /// Signs a list of those entries.
    package init(_ entries: [Entry], number: Int, by authority: TestAuthority, at now: Instant, days: Int) throws {
        let next = Instant(startOf: now.day.adding(days: days))
        let issuer = authority.certificate.certificate.subject
        var coder = DER.Serializer()
        try coder.appendConstructedNode(identifier: .sequence) { list in
            try list.serialize(1)
            try Self.writeAlgorithm(into: &list)
            try list.serialize(issuer)
            try list.serialize(Self.time(now))
            try list.serialize(Self.time(next))
            if !entries.isEmpty {
                try list.appendConstructedNode(identifier: .sequence) { revoked in
                    for entry in entries { try Self.write(entry, into: &revoked) }
                }
            }
            try list.serialize(explicitlyTaggedWithTagNumber: 0, tagClass: .contextSpecific) { tagged in
                try tagged.appendConstructedNode(identifier: .sequence) { extensions in
                    try Self.writeExtension(ObjectName.listNumber, number, into: &extensions)
                }
            }
        }
        let signed = coder.serializedBytes
        let signature = try authority.key.signature(over: signed).derRepresentation
        var whole = DER.Serializer()
        try whole.appendConstructedNode(identifier: .sequence) { parts in
            parts.serializeRawBytes(signed)
            try Self.writeAlgorithm(into: &parts)
            try parts.serialize(ASN1BitString(bytes: Array(signature)[...]))
        }
        try self.init(der: whole.serializedBytes)
    }

    /// Reads a list; whether it is the authority's is for `isBy`.
    init(der: [UInt8]) throws {
        let root = try DER.parse(der)
        (signed, signature, issuer, issued, next, entries, number) = try DER.sequence(root, identifier: .sequence) {
            parts in
            guard let list = parts.next() else { throw Unreadable() }
            let algorithm = try Self.algorithm(&parts)
            let signature = try ASN1BitString(derEncoded: &parts)
            let body = try DER.sequence(list, identifier: .sequence) { members in
                guard try Int(derEncoded: &members) == 1, try Self.algorithm(&members) == algorithm,
                    algorithm == ObjectName.ecdsaWithSHA256
                else { throw Unreadable() }
                guard let name = members.next() else { throw Unreadable() }
                let issuer = try DistinguishedName(derEncoded: name)
                let issued = try Self.instant(UTCTime(derEncoded: &members))
                let next = try Self.instant(UTCTime(derEncoded: &members))
                var entries: [Entry] = []
                var number = 0
                while let node = members.next() {
                    if node.identifier == .sequence {
                        entries = try DER.sequence(node, identifier: .sequence) { nodes in
                            var entries: [Entry] = []
                            while let entry = nodes.next() { entries.append(try Self.entry(entry)) }
                            return entries
                        }
                    } else {
                        number = try Self.number(in: node)
                    }
                }
                return (issuer, issued, next, entries, number)
            }
            return (
                Array(list.encodedBytes), Array(signature.bytes), body.0, body.1, body.2, body.3, body.4
            )
        }
        self.der = der
    }

    private struct Unreadable: Error {}

    private static func algorithm(_ nodes: inout ASN1NodeCollection.Iterator) throws -> ASN1ObjectIdentifier {
        guard let node = nodes.next() else { throw Unreadable() }
        return try DER.sequence(node, identifier: .sequence) { try ASN1ObjectIdentifier(derEncoded: &$0) }
    }

    private static func writeAlgorithm(into coder: inout DER.Serializer) throws {
        try coder.appendConstructedNode(identifier: .sequence) { try $0.serialize(ObjectName.ecdsaWithSHA256) }
    }

    private static func write(_ entry: Entry, into coder: inout DER.Serializer) throws {
        try coder.appendConstructedNode(identifier: .sequence) { parts in
            try parts.serialize(ArraySlice(bytes(of: entry.serial)))
            try parts.serialize(time(entry.at))
            guard entry.reason != .unspecified else { return }
            try parts.appendConstructedNode(identifier: .sequence) { extensions in
                try extensions.appendConstructedNode(identifier: .sequence) { parts in
                    try parts.serialize(ObjectName.reason)
                    // An ENUMERATED of one byte.
                    try parts.serialize(ASN1OctetString(contentBytes: [0x0A, 0x01, UInt8(entry.reason.rawValue)]))
                }
            }
        }
    }

    private static func writeExtension(
        _ name: ASN1ObjectIdentifier, _ number: Int, into coder: inout DER.Serializer
    ) throws {
        var value = DER.Serializer()
        try value.serialize(number)
        try coder.appendConstructedNode(identifier: .sequence) { parts in
            try parts.serialize(name)
            try parts.serialize(ASN1OctetString(contentBytes: value.serializedBytes[...]))
        }
    }

    private static func entry(_ node: ASN1Node) throws -> Entry {
        try DER.sequence(node, identifier: .sequence) { parts in
            let serial = try ArraySlice<UInt8>(derEncoded: &parts)
            let at = try instant(UTCTime(derEncoded: &parts))
            var reason = Reason.unspecified
            if let extensions = parts.next() {
                try DER.sequence(extensions, identifier: .sequence) { nodes in
                    while let node = nodes.next() {
                        try DER.sequence(node, identifier: .sequence) { parts in
                            let name = try ASN1ObjectIdentifier(derEncoded: &parts)
                            guard let last = parts.next() else { throw Unreadable() }
                            // A critical one has a flag between the two.
                            let value = try ASN1OctetString(derEncoded: parts.next() ?? last)
                            if name == ObjectName.reason {
                                reason = value.bytes.last.flatMap { Reason(rawValue: Int($0)) } ?? .unspecified
                            }
                        }
                    }
                }
            }
            return Entry(serial: SigningCertificate.hexadecimal(serial), at: at, reason: reason)
        }
    }

    private static func number(in node: ASN1Node) throws -> Int {
        guard case .constructed(let inner) = node.content, let list = inner.first(where: { _ in true }) else {
            throw Unreadable()
        }
        var number = 0
        try DER.sequence(list, identifier: .sequence) { nodes in
            while let node = nodes.next() {
                try DER.sequence(node, identifier: .sequence) { parts in
                    let name = try ASN1ObjectIdentifier(derEncoded: &parts)
                    guard let first = parts.next() else { throw Unreadable() }
                    let value = try ASN1OctetString(derEncoded: parts.next() ?? first)
                    if name == ObjectName.listNumber { number = try Int(derEncoded: Array(value.bytes)) }
                }
            }
        }
        return number
    }

    private static func bytes(of hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }

    private static func time(_ instant: Instant) throws -> UTCTime {
        let day = instant.day.parts
        let seconds = Int((instant.milliseconds - Instant(startOf: instant.day).milliseconds) / 1000)
        return try UTCTime(
            year: day.year, month: day.month, day: day.day, hours: seconds / 3600, minutes: seconds / 60 % 60,
            seconds: seconds % 60)
    }

    private static func instant(_ time: UTCTime) throws -> Instant {
        guard let day = Day(year: time.year, month: time.month, day: time.day) else { throw Unreadable() }
        let seconds = time.hours * 3600 + time.minutes * 60 + time.seconds
        return Instant(milliseconds: Instant(startOf: day).milliseconds + Int64(seconds) * 1000)
    }
}
