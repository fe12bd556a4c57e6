import Casework
import Ledger
import Shares
import Workflows

/// What differs between two versions of a share; a version is made by each step of its history, and people read it as that.
struct VersionsPage {
    static let (fromField, toField) = ("from", "to")
    private static let (fromLabel, toLabel) = ("Earlier step", "Later step")

    var visitor: Visitor
    var difference: VersionDifference
    var names: PersonNames
    /// What was asked for, where it cannot be answered; then the two newest stand in the page without being shown.
    var asked: [String: String] = [:]
    var problems: [FormProblem] = []

    static func load(
        from office: Office, _ reference: ShareReference, query text: String, for visitor: Visitor
    ) throws -> VersionsPage {
        let items = [(String, String)](query: text) ?? []
        var problems: [FormProblem] = []
        func version(_ name: String, _ label: String) -> Int? {
            guard let text = items.first(where: { $0.0 == name })?.1.trimmed.nonEmpty else { return nil }
            let version = Int(text)
            if version == nil {
                problems.append(FormProblem(field: name, message: "\(label): enter the number of a step."))
            }
            return version
        }
        func page(_ from: Int?, _ to: Int?) throws -> VersionsPage {
            let difference = try office.difference(of: reference, from: from, to: to, for: visitor.person)
            return VersionsPage(
                visitor: visitor, difference: difference,
                names: try office.names(of: Set(difference.events.flatMap(\.event.everybody)), for: visitor.person))
        }
        let (from, to) = (version(fromField, fromLabel), version(toField, toLabel))
        if problems.isEmpty {
            do {
                return try page(from, to)
            } catch let refusal as Refusal where refusal.reasons.allSatisfy({ $0.rule == "no-version" }) {
                problems = refusal.reasons.map { FormProblem($0) }
            }
        }
        var newest = try page(nil, nil)
        newest.asked = Dictionary(items) { $1 }
        newest.problems = problems
        return newest
    }

    private var share: Share { difference.to.share }

    var html: HTML {
        let title =
            problems.isEmpty
            ? "Steps \(difference.from.share.version) and \(share.version)" : "Compare steps"
        return PageFrame(
            title: title, area: .register, topic: .share,
            breadcrumbs: [
                ("Register", .register(RegisterQuery())),
                (share.terms.title.nonEmpty ?? share.reference.rawValue, .share(share.reference)),
            ], hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.p, .class("caption")) { share.reference.rawValue }
            tag(.h1) { title }
            if problems.isEmpty { compared }
            form
        }
    }

    @HTMLBuilder private var compared: HTML {
        sides
        if difference.terms.isEmpty {
            tag(.p) { "The terms are the same." }
        } else {
            ChangesTable(id: "terms", caption: "What differs in the terms", changes: difference.terms)
        }
        ShareHistory(
            title: "What happened in between", events: difference.events, definitions: difference.definitions,
            names: names)
    }

    private var sides: HTML {
        var list = SummaryList()
        for side in [difference.from, difference.to] {
            list.add("Step \(side.share.version)") {
                StatusTag(side.stage)
                " since "
                HTML(day: side.at.day)
            }
        }
        for move in difference.moves {
            list.add(move.machine.asPeopleSay.capitalisedFirst) { "From “\(move.from)” to “\(move.to)”" }
        }
        return list.html
    }

    private var form: HTML {
        let from = difference.from.share.version
        return tag(
            .form, .class("inline-form"), .with(.method, "get"),
            .action(Link(.versions(share.reference, from: nil, to: nil)))
        ) {
            tag(.h2) { "Compare other steps" }
            tag(.p, .class("hint")) { "The history of this share has steps 1 to \(difference.latest)." }
            for (name, label, value) in [
                (Self.fromField, Self.fromLabel, from), (Self.toField, Self.toLabel, share.version),
            ] {
                FormField(
                    name: name, label: label, value: asked[name]?.shortened(to: 40) ?? String(value),
                    control: .line(type: "text", autocomplete: "off"),
                    problems: problems.filter { $0.field == name }.map(\.message))
            }
            tag(.button, .with(.type, "submit")) { "Compare" }
        }
    }
}
