internal import Foundation

/// Base64 as JOSE has it (RFC 4648, section 5): no padding, and one text only for the same bytes.
package enum Base64URL {
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text = Data(bytes).base64EncodedData()
        while text.last == UInt8(ascii: "=") { text.removeLast() }
        text.withUnsafeMutableBytes { characters in
            for place in characters.indices {
                switch characters[place] {
                case UInt8(ascii: "+"): characters[place] = UInt8(ascii: "-")
                case UInt8(ascii: "/"): characters[place] = UInt8(ascii: "_")
                default: break
                }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for what `text` would not have written.
    package static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
        var standard = Data()
        for byte in text {
            switch byte {
            case UInt8(ascii: "-"): standard.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): standard.append(UInt8(ascii: "/"))
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                standard.append(byte)
            default: return nil
            }
        }
        while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
        guard let bytes = Data(base64Encoded: standard).map(Array.init), Base64URL.text(bytes).utf8.elementsEqual(text)
        else { return nil }
        return bytes
    }
}
