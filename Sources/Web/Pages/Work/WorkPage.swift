import Casework
import Redundancy
import Shares
import Workflows

/// What waits for whoever looks, and what they wait for.
struct WorkPage {
    /// So many groups are shown; the rest are on their own page.
    private static let shown = 100

    var visitor: Visitor
    var work: Work
    var today: Day
    /// Groups that wait beyond those that are shown.
    var moreGroups = 0
    /// Manifests that wait for the receipt of a partner's person.
    var receipts = 0
    /// What those are called for whom they may act.
    var names = PersonNames()

    static func load(from office: Office, for visitor: Visitor) throws -> WorkPage {
        var work = try office.work(for: visitor.person.id)
        let groups = work.groups.count
        work.groups = Array(work.groups.prefix(shown))
        return WorkPage(
            visitor: visitor, work: work, today: office.today, moreGroups: groups - work.groups.count,
            receipts: visitor.person.isPartner
                ? try office.receipts(for: visitor.person).count { $0.acknowledged == nil } : 0,
            names: try office.names(
                of: Set(work.mine.items.flatMap(\.capacities).compactMap(\.onBehalfOf)), for: visitor.person))
    }

    /// What the lists show follows from these.
    struct Part: Hashable {
        var work: Work
        var today: Day
        var moreGroups: Int
        var receipts: Int
        var names: PersonNames
    }

    func html(keeping parts: KeptParts<Part>) -> HTML {
        PageFrame(title: "My work", area: .work, visitor: visitor).document {
            tag(.h1) { "My work" }
            parts.part(Part(work: work, today: today, moreGroups: moreGroups, receipts: receipts, names: names)) {
                lists
            }
            if visitor.person.isPartner {
                tag(.p) {
                    tag(.a, .href(Link(.exchange))) { "Manifests that were issued to you" }
                    ", \(Words.count(receipts, "of which waits", "of which wait")) for your receipt"
                }
            }
            if visitor.mayPropose {
                tag(.p) { tag(.a, .href(Link(.propose))) { "Propose a new share" } }
            }
            tag(.p) { tag(.a, .href(Link(.away))) { "Let somebody act for you while you are away" } }
        }
    }

    @HTMLBuilder private var lists: HTML {
        tag(.p, .class("lead")) {
            if work.mine.isEmpty {
                "No step waits for you."
            } else {
                Words.count(work.mine.count, "step waits for you", "steps wait for you")
                ", "
                Words.number(work.mine.overdue)
                " of them past their day."
            }
        }
        if !work.gone.isEmpty { gone }
        if work.mine.isEmpty {
            if work.groups.isEmpty, work.gone.isEmpty, receipts == 0 { tag(.p) { "Nothing waits for you now." } }
        } else {
            table("mine", "What waits for you, by the day on which it is due", work.mine)
        }
        if !work.groups.isEmpty { groups }
        if work.isSearching {
            tag(.p, .class("hint")) {
                "The register is being searched for redundant shares: look again in some minutes."
            }
        }
        if !work.others.isEmpty {
            table("others", "What you wait for", work.others)
        }
        if !work.endings.isEmpty { EndingsTable(endings: work.endings) }
        if !work.answers.isEmpty { answers }
    }

    private var gone: HTML {
        var table = DataTable(
            id: "gone", caption: "Data owners who answer no more, for whose shares you appoint others",
            columns: ["Who", "Why", "Open shares", "What to do"].map { DataTable.Column($0) }, heading: .h2)
        for owner in work.gone.prefix(Self.shown) {
            var theirs = RegisterQuery()
            theirs.chosen[.owner] = owner.name
            theirs.conditions = ["stage!=ended"]
            table.add([
                HTML(name: owner.name, id: owner.person.rawValue), HTML(text: owner.gap.ofTheOwner ?? owner.gap.label),
                tag(.a, .href(Link(.register(theirs)))) { Words.count(owner.shares, "share", "shares") },
                tag(.a, .href(Link(.handOver(from: owner.person)))) { "Hand their shares over" },
            ])
        }
        return table.html
    }

    private var answers: HTML {
        var table = DataTable(
            id: "answers", caption: "What became of what you asked for, in the last \(AskedStep.toldFor) days",
            columns: ["Share", "Asked for", "What became of it", "On", "By"].map { DataTable.Column($0) }, heading: .h2)
        for answer in work.answers.prefix(Self.shown) {
            table.add([
                share(answer.reference, answer.title),
                HTML(text: answer.step.title) + tag(.span, .class("reference")) { answer.step.on.inWords },
                HTML(text: answer.outcome)
                    + (answer.step.answer?.reason.map { why in tag(.span, .class("reference")) { "“\(why.inShort)”" } }
                        ?? HTML()),
                HTML(day: answer.step.answer?.on, missing: "–"),
                HTML(text: answer.step.answer.map { $0.role.title } ?? "–"),
            ])
        }
        return table.html
    }

    private func share(_ reference: ShareReference, _ title: String) -> HTML {
        tag(.a, .href(Link(.share(reference)))) { title.inShort.nonEmpty ?? reference.rawValue }
            + tag(.span, .class("reference")) { reference.rawValue }
    }

    private var groups: HTML {
        var table = DataTable(
            id: "groups", caption: "Redundant shares that wait for your decision, the surest first",
            columns: ["Group", "Shares", "Would go on"].map { DataTable.Column($0) }, heading: .h2)
        for group in work.groups {
            table.add([
                tag(.a, .href(Link(.redundancyGroup(group.reference)))) { group.reference },
                HTML(text: group.members.map(\.rawValue).joined(separator: ", ").inShort),
                HTML(text: group.survivor.rawValue),
            ])
        }
        return table.html
            + (moreGroups > 0
                ? tag(.p, .class("hint")) {
                    "\(Words.number(moreGroups)) more are not shown here: see "
                    tag(.a, .href(Link(.redundancy(page: 1)))) { "Redundant shares" }
                    "."
                } : HTML())
    }

    private func table(_ id: String, _ caption: String, _ list: WorkList) -> HTML {
        var table = DataTable(
            id: id, caption: caption,
            columns: ["Share", "Step", "Since", "Due", "Waits for"].map { DataTable.Column($0) }, heading: .h2)
        for item in list.items {
            table.add([
                share(item.reference, item.title),
                HTML(text: "\(item.machine == .dpia ? "DPIA" : item.machine.rawValue.capitalisedFirst): \(item.state)")
                    + (item.asked.map { asked in tag(.span, .class("reference")) { "“\(asked.inShort)”" } } ?? HTML()),
                HTML(day: item.since), due(item.due),
                HTML(
                    text: inCapacities(of: item)
                        ?? Words.waiting(
                            item.waitsFor, lacksOwner: item.lacksOwner, toWithdraw: item.toWithdraw, as: \.asPeopleSay
                        ).inShort),
            ])
        }
        let rest = list.count - list.items.count
        return table.html
            + (rest > 0
                ? tag(.p, .class("hint")) { "\(Words.number(rest)) more are not shown here: see the register." }
                : HTML())
    }

    /// In which capacities the visitor may go on with it, where one of them is another's; nil where all are their own.
    private func inCapacities(of item: WorkItem) -> String? {
        guard item.capacities.contains(where: { $0.onBehalfOf != nil }) else { return nil }
        return "You, "
            + item.capacities.map { one in
                "as \(one.role.noun)" + (one.onBehalfOf.map { " for \(names.words($0))" } ?? "")
            }.joined(separator: ", or ") + (item.toWithdraw.map(Words.withdrawing) ?? "")
    }

    private func due(_ day: Day?) -> HTML {
        guard let day else { return HTML(day: nil, missing: "No day") }
        return HTML(day: day) + (day < today ? HTML(text: " ") + StatusTag("Overdue", .red).html : HTML())
    }
}

extension Visitor {
    /// Whether they hold a role that proposes shares.
    var mayPropose: Bool { !Set(person.roles).isDisjoint(with: Proposal.roles) }
}
