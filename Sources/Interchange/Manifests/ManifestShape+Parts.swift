// The structure of what a manifest states: each part with its members, in the order that XML has them in. The schemas say
// the same.

extension ManifestShape {
    static let digest = ManifestShape.object(
        [
            .attribute("algorithm"),
            .attribute("value"),
        ])

    static let issuer = ManifestShape.object(
        [
            .attribute("id"),
            .element("name"),
        ])

    static let term = ManifestShape.object(
        [
            .attribute("id"),
            .element("name"),
        ])

    static let dataSubject = ManifestShape.object(
        [
            .attribute("id"),
            .element("name"),
        ])

    static let party = ManifestShape.object(
        [
            .attribute("id"),
            .attribute("controllership"),
            .element("name"),
            .element("identifiers", .list(of: "identifier", .code)),
        ])

    static let code = ManifestShape.object(
        [
            .attribute("scheme"),
            .attribute("value"),
        ])

    static let purpose = ManifestShape.object(
        [
            .element("description")
        ])

    static let gateway = ManifestShape.object(
        [
            .attribute("id"),
            .attribute("address"),
            .element("name"),
            .element("act"),
            .element("provision"),
        ])

    static let lawfulBasis = ManifestShape.object(
        [
            .attribute("article"),
            .attribute("id"),
            .attribute("party"),
            .element("name"),
            .element("citation"),
            .element("law"),
        ])

    static let dataItem = ManifestShape.object(
        [
            .attribute("id"),
            .attribute("personal", .flag),
            .attribute("specialCategory"),
            .attribute("criminalOffence", .flag),
            .element("name"),
            .element("dataset"),
            .element("justification"),
        ])

    static let channel = ManifestShape.object(
        [
            .attribute("id"),
            .attribute("style"),
            .element("name"),
            .element("security"),
        ])

    static let retention = ManifestShape.object(
        [
            .attribute("duration"),
            .element("statement"),
        ])

    static let transfer = ManifestShape.object(
        [
            .element("country"),
            .element("safeguard", .term),
        ])

    static let validity = ManifestShape.object(
        [
            .attribute("start"),
            .attribute("end"),
        ])

    static let statedDate = ManifestShape.object(
        [
            .attribute("date"),
            .element("text"),
        ])

    static let agreement = ManifestShape.object(
        [
            .element("type", .term),
            .element("parent"),
        ])

    static let dataOwner = ManifestShape.object(
        [
            .attribute("appointed"),
            .element("name"),
        ])

    static let origin = ManifestShape.object(
        [
            .attribute("kind"),
            .attribute("termsVersion", .integer),
            .attribute("inForceSince"),
            .element("source"),
        ])

    static let replacement = ManifestShape.object(
        [
            .attribute("version", .integer),
            .attribute("since"),
        ])

    static let register = ManifestShape.object(
        [
            .attribute("size", .integer),
            .attribute("head"),
            .attribute("at"),
        ])

    static let manifest = ManifestShape.object(
        [
            .attribute("format", .integer),
            .attribute("version", .integer),
            .attribute("status"),
            .attribute("issued"),
            .element("digest", .digest),
            .element("issuer", .issuer),
            .element("reference"),
            .element("title"),
            .element("spoke", .term),
            .element("providers", .list(of: "provider", .party)),
            .element("recipients", .list(of: "recipient", .party)),
            .element("processors", .list(of: "processor", .party)),
            .element("purpose", .purpose),
            .element("publicBenefit"),
            .element("gateways", .list(of: "gateway", .gateway)),
            .element("lawfulBases", .list(of: "lawfulBasis", .lawfulBasis)),
            .element("dataItems", .list(of: "dataItem", .dataItem)),
            .element("dataSubjects", .list(of: "dataSubject", .dataSubject)),
            .element("frequency", .term),
            .element("volume"),
            .element("channel", .channel),
            .element("classification", .term),
            .element("handling", .list(of: "marking", .text)),
            .element("retention", .retention),
            .element("disposal", .term),
            .element("transfers", .list(of: "transfer", .transfer)),
            .element("onwardSharing"),
            .element("validity", .validity),
            .element("reviewDate"),
            .element("statedDates", .list(of: "statedDate", .statedDate)),
            .element("agreement", .agreement),
            .element("dataOwner", .dataOwner),
            .element("rightsContact"),
            .element("contact"),
            .element("origin", .origin),
            .element("replacedBy", .replacement),
            .element("register", .register),
        ])
}
