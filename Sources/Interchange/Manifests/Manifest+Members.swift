internal import Shares

extension Manifest {
    /// Takes the manifest out of a document that follows its schema.
    init(_ members: ManifestMembers) {
        version = members.number("version")
        status = members.choice("status", or: .proposed)
        issued = members.instant("issued")
        issuer = members.required("issuer", Entry.init)
        reference = ShareReference(members.text("reference"))
        title = members.text("title")
        spoke = members.part("spoke", Entry.init)
        providers = members.parts("providers", Party.init)
        recipients = members.parts("recipients", Party.init)
        processors = members.parts("processors", Party.init)
        purpose = members.part("purpose") { $0.text("description") }
        publicBenefit = members.optional("publicBenefit")
        gateways = members.parts("gateways", Gateway.init)
        lawfulBases = members.parts("lawfulBases", LawfulBasis.init)
        dataItems = members.parts("dataItems", DataItem.init)
        dataSubjects = members.parts("dataSubjects", Entry.init)
        frequency = members.part("frequency", Entry.init)
        volume = members.optional("volume")
        channel = members.part("channel", Channel.init)
        classification = members.part("classification", Entry.init)
        handling = members.texts("handling")
        retention = members.part("retention", Retention.init)
        disposal = members.part("disposal", Entry.init)
        transfers = members.parts("transfers", Transfer.init)
        onwardSharing = members.optional("onwardSharing")
        (start, end) = members.required("validity") { ($0.day("start"), $0.day("end")) }
        reviewDate = members.day("reviewDate")
        statedDates = members.parts("statedDates", StatedDate.init)
        agreement = members.part("agreement", Agreement.init)
        dataOwner = members.part("dataOwner", DataOwner.init)
        rightsContact = members.optional("rightsContact")
        contact = members.optional("contact")
        origin = members.required("origin", Origin.init)
        replacedBy = members.part("replacedBy", Replacement.init)
        register = members.required("register", RegisterPosition.init)
    }
}

extension Manifest.Entry {
    init(_ members: ManifestMembers) {
        id = members.optional("id")
        name = members.text("name")
    }
}

extension Manifest.Party {
    init(_ members: ManifestMembers) {
        id = members.optional("id")
        name = members.text("name")
        controllership = members.choice("controllership")
        identifiers = members.parts("identifiers") {
            Manifest.Identifier(scheme: $0.text("scheme"), value: $0.text("value"))
        }
    }
}

extension Manifest.Gateway {
    init(_ members: ManifestMembers) {
        id = members.optional("id")
        name = members.text("name")
        act = members.optional("act")
        provision = members.optional("provision")
        address = members.optional("address")
    }
}

extension Manifest.LawfulBasis {
    init(_ members: ManifestMembers) {
        article = members.choice("article", or: .lawfulness)
        id = members.optional("id")
        name = members.text("name")
        citation = members.optional("citation")
        law = members.optional("law")
        party = members.choice("party")
    }
}

extension Manifest.DataItem {
    init(_ members: ManifestMembers) {
        id = members.optional("id")
        name = members.text("name")
        dataset = members.optional("dataset")
        isPersonal = members.flag("personal")
        specialCategory = members.optional("specialCategory")
        isCriminalOffenceData = members.flag("criminalOffence") ?? false
        justification = members.optional("justification")
    }
}

extension Manifest.Channel {
    init(_ members: ManifestMembers) {
        id = members.optional("id")
        name = members.text("name")
        style = members.choice("style")
        security = members.optional("security")
    }
}

extension Manifest.Retention {
    init(_ members: ManifestMembers) {
        statement = members.text("statement")
        duration = members.duration("duration")
    }
}

extension Manifest.Transfer {
    init(_ members: ManifestMembers) {
        country = members.text("country")
        safeguard = members.part("safeguard", Manifest.Entry.init)
    }
}

extension Manifest.StatedDate {
    init(_ members: ManifestMembers) {
        which = members.choice("date", or: .start)
        text = members.text("text")
    }
}

extension Manifest.Agreement {
    init(_ members: ManifestMembers) {
        type = members.part("type", Manifest.Entry.init)
        parent = members.optional("parent")
    }
}

extension Manifest.DataOwner {
    init(_ members: ManifestMembers) {
        name = members.text("name")
        appointed = members.day("appointed")
    }
}

extension Manifest.Replacement {
    init(_ members: ManifestMembers) {
        version = members.number("version")
        since = members.requiredDay("since")
    }
}

extension Manifest.Origin {
    init(_ members: ManifestMembers) {
        kind = members.choice("kind", or: .proposed)
        termsVersion = members.number("termsVersion")
        inForceSince = members.day("inForceSince")
        source = members.optional("source")
    }
}

extension RegisterPosition {
    init(_ members: ManifestMembers) {
        self.init(size: members.number("size"), head: members.text("head"), at: members.instant("at"))
    }
}
