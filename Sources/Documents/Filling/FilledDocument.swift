/// A document about one share, complete as far as the share is.
package struct FilledDocument: Sendable {
    let page: PageElement
    let stylesheet: Stylesheet
    let properties: DocumentProperties
    /// What the share does not say yet. A document that lacks anything is not to be signed.
    package let gaps: [DocumentGap]
    /// How many characters of values could not be shown and stand as U+FFFD.
    package let replacedCharacters: Int

    /// `Data sharing agreement: Earnings for Universal Credit (DWP-DS-00001)`
    package var title: String { properties.title }

    /// `the ICO registration number (HM Revenue & Customs)`
    package var missing: [String] { gaps.map(\.says) }

    /// Everything for which it is not to be signed as it stands, in parts of sentences.
    package var shortfalls: [String] { missing + [unshown].compactMap { $0 } }

    /// That characters could not be shown; nil where all could.
    package var unshown: String? {
        replacedCharacters > 0
            ? "what \(replacedCharacters) characters were that cannot be shown and stand as U+FFFD" : nil
    }

    /// Complete HTML5 with its stylesheet, in UTF-8; fetches nothing.
    package func html() -> [UInt8] {
        HTMLPage.bytes(of: page, stylesheet: stylesheet, marking: properties.marking)
    }

    /// OpenDocument Text, version 1.2.
    package func odt() throws -> [UInt8] { try ODTPackage.bytes(of: ODTDocument(page, properties)) }
}

/// What the document says of itself outside its text.
struct DocumentProperties: Sendable {
    var title: String
    var language: String
    var reference: String
    var marking: String
    /// ISO 8601.
    var day: String
    var templateVersion: String
    var templateDigest: String
    var ledgerPosition: String
}
