import Casework
import Ledger
import Shares
import Workflows

/// The record as a whole: what happened, proof that nothing was altered, and evidence to take away.
struct AuditPage {
    /// So many events are listed at a time.
    private static let most = 50

    var visitor: Visitor
    var query: AuditQuery
    var problems: [FormProblem] = []
    var events: [RecordedEvent] = []
    /// What was read of shares, by the same search.
    var readings: [Reading] = []
    /// Whether the share that is asked for is there.
    var hasShare = true
    /// Whether there are older ones.
    var hasMore = false
    var hasMoreReadings = false
    var names = PersonNames()
    /// What a verification has just found.
    var verification: AuditVerification?

    /// Throws `Refusal` for anybody but the hub and auditors.
    static func load(from office: Office, query text: String, for visitor: Visitor) throws -> AuditPage {
        try office.mayAudit(visitor.person.id)
        var page = AuditPage(visitor: visitor, query: AuditQuery(text))
        var (search, problems) = page.query.search
        if let asked = search.share {
            search.share = try office.recordedShare(asked, as: visitor.person.id)
            page.query.share = search.share?.rawValue ?? page.query.share
            page.hasShare = search.share != nil
            if !page.hasShare {
                problems.append(
                    FormProblem(field: "share", message: "There is no share “\(asked.rawValue.shortened(to: 80))”."))
            }
        }
        page.problems = problems
        guard problems.isEmpty else { return page }
        let found = try office.recordedEvents(search, limit: most + 1, as: visitor.person.id)
        page.events = Array(found.prefix(most))
        page.hasMore = found.count > most
        let read = try office.readings(
            search, before: page.query.readBefore, limit: most + 1, as: visitor.person.id)
        page.readings = Array(read.prefix(most))
        page.hasMoreReadings = read.count > most
        page.names = try office.names(
            of: Set(page.events.map(\.actor) + page.readings.map(\.actor)), for: visitor.person)
        return page
    }

    var html: HTML {
        PageFrame(title: "Audit", area: .audit, hasErrors: !problems.isEmpty, visitor: visitor).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            if let verification { Self.result(verification) }
            tag(.h1) { "Audit" }
            tag(.p, .class("lead")) {
                "Everything that happens is an event of one record. Each event holds the hash of the one before it, so that nothing can be changed, removed or put in unseen."
            }
            proof
            search
            if problems.isEmpty { found }
            if !readings.isEmpty {
                read.html
                if hasMoreReadings, let last = readings.last {
                    tag(.p) { tag(.a, .href(Link(.audit(read(before: last.number))))) { "Older readings" } }
                }
            }
        }
    }

    private static func result(_ verification: AuditVerification) -> HTML {
        let isWhole = verification.faults.isEmpty
        return tag(
            .div, .class(isWhole ? "banner" : "error-summary"), .with(.role, isWhole ? "status" : "alert"),
            .with(.ariaLabelledBy, "verified")
        ) {
            tag(.h2, .id("verified")) { isWhole ? "The record is whole" : "The record was altered" }
            tag(.p) {
                "\(Words.number(verification.position.size)) events and \(Words.count(verification.shares, "share", "shares")) were computed anew. The last hash is "
                tag(.code) { verification.position.head.hexadecimal }
                "."
            }
            if !isWhole {
                tag(.ul) { for fault in verification.faults { tag(.li) { fault } } }
            }
        }
    }

    private var proof: HTML {
        tag(.section, .with(.ariaLabelledBy, "proof")) {
            tag(.h2, .id("proof")) { "Proof and evidence" }
            tag(.form, .with(.method, "post"), .action(Link(.audit(AuditQuery())))) {
                FormToken(visitor: visitor)
                tag(.p) {
                    "The chain is computed anew, every share is made again from its events, and both are compared with what is stored."
                }
                tag(.button, .with(.type, "submit")) { "Verify the record" }
            }
            tag(.p, .class("hint")) {
                "The pack has the events, their hashes, the workflows and the signed documents, and says how to check all of it with Python alone."
            }
            tag(.p) {
                tag(.a, .href(Link(.auditPack(hasShare ? query.share : "")))) {
                    query.share.isEmpty || !hasShare
                        ? "Take the evidence away (zip)" : "Take the evidence about \(query.share) away (zip)"
                }
            }
        }
    }

    private var search: HTML {
        tag(.section, .with(.ariaLabelledBy, "search")) {
            tag(.h2, .id("search")) { "Search the record" }
            tag(.form, .with(.method, "get"), .action(Link(.audit(AuditQuery())))) {
                field("share", "Share", "Its reference", query.share)
                field("by", "Person", "The id of whoever did it", query.by)
                field("from", "From", "Year-month-day, such as 2026-04-01", query.from)
                field("until", "Until", "The end of this day", query.until)
                tag(.button, .with(.type, "submit")) { "Search" }
            }
        }
    }

    private func field(_ name: String, _ label: String, _ hint: String, _ value: String) -> HTML {
        FormField(
            name: name, label: label, hint: hint, value: value,
            problems: problems.filter { $0.field == name }.map(\.message), isRequired: false
        ).html
    }

    @HTMLBuilder private var found: HTML {
        if events.isEmpty {
            tag(.p) { "Nothing in the record answers to that." }
        } else {
            table.html
            if hasMore, let last = events.last {
                tag(.p) { tag(.a, .href(Link(.audit(older(than: last.position))))) { "Older events" } }
            }
        }
    }

    private var read: DataTable {
        var table = DataTable(
            id: "readings",
            caption: "Who read contact details, documents and manifests, the newest first",
            columns: [.init("When (UTC)"), .init("Share"), .init("Person"), .init("As"), .init("What was read")])
        for reading in readings {
            table.add([
                HTML(text: String(reading.at.description.prefix(19)).replacing("T", with: " ")),
                tag(.a, .href(Link(.share(reading.share)))) { reading.share.rawValue },
                HTML(person: reading.actor, names), HTML(text: reading.role.title), HTML(text: reading.what),
            ])
        }
        return table
    }

    private func read(before number: Int) -> AuditQuery {
        var query = query
        query.readBefore = number
        return query
    }

    private func older(than position: Int) -> AuditQuery {
        var query = query
        query.before = position
        return query
    }

    private var table: DataTable {
        var table = DataTable(
            id: "events", caption: "Events, the newest first",
            columns: [
                .init("Position", isNumber: true), .init("When (UTC)"), .init("Share"), .init("Person"), .init("As"),
            ]
                + [.init("What happened"), .init("SHA-256")])
        for event in events {
            table.add([
                HTML(text: String(event.position)),
                HTML(text: String(event.at.description.prefix(19)).replacing("T", with: " ")),
                event.share.map { share in tag(.a, .href(Link(.share(share)))) { share.rawValue } }
                    ?? HTML(text: event.stream),
                HTML(person: event.actor, names), HTML(text: event.role.title), HTML(text: event.says.inShort),
                tag(.code) { String(event.hash.hexadecimal.prefix(16)) + "…" },
            ])
        }
        return table
    }
}
