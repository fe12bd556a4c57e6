import Foundation
@testable import Shares
import Testing
import Workflows

/// Whatever anybody tells any share to do, in whatever order, the record and the invariants hold.
@Suite struct RandomWalkTests {
    /// By each of the four seeds, which run side by side: 100,000 in all.
    private static let commands = 25_000

    @Test(arguments: [20_260_401, 20_260_402, 20_260_403, 20_260_404] as [UInt64])
    func noWalkOverCommandsBreaksTheRecordOrAnInvariant(seed: UInt64) throws {
        var walk = Walk(seed: seed, rules: try Casebook.rules())
        try walk.run(Self.commands)
        let summary =
            "seed \(seed): \(walk.taken) of \(walk.given) commands taken, \(walk.met.count) states met, \(walk.broughtIntoForce) times in force"
        print("A random walk with \(summary).")
        #expect(walk.given == Self.commands)
        // A walk that goes nowhere would prove nothing.
        #expect(walk.taken > Self.commands / 10, "\(summary)")
        #expect(walk.met.count > 50, "\(summary)")
        #expect(walk.ended > 20, "\(summary)")
        #expect(walk.broughtIntoForce > 5, "\(walk.broughtIntoForce) came into force, \(summary)")
    }
}

/// A walk over shares from every way in, by everybody, with commands legal and illegal.
private struct Walk {
    let rules: Rulebook
    let commands: [CommandName]
    var random: SeededGenerator
    var given = 0
    var taken = 0
    var ended = 0
    var broughtIntoForce = 0
    /// Whether the people of the share under way mostly want it to come into force; else anything goes.
    var isPurposeful = false
    /// The terms as last frozen for signature.
    var frozenTerms: Terms?
    var met: Set<String> = []
    /// What the share on the way has shown and written so far, as the proof of the definitions counts it.
    var facts = ShownFacts()
    let seed: UInt64
    var shares = 0

    init(seed: UInt64, rules: Rulebook) {
        self.rules = rules
        self.seed = seed
        random = SeededGenerator(seed: seed)
        commands = Array(Set(rules.definitions.all.flatMap { $0.definition.transitions.map(\.command) })).sorted()
    }

    mutating func run(_ count: Int) throws {
        let entries = EntryName.known.sorted()
        var entry = 0
        while given < count {
            // Two shares in three: a walk of random commands alone is mostly refused.
            isPurposeful = !chance(3)
            var casebook =
                isPurposeful
                ? try Casebook.share(
                    entry: entries[entry % entries.count], changed: Self.sound.randomElement(using: &random) ?? [:],
                    on: "2026-02-02")
                : try Casebook.share(
                    entry: entries[entry % entries.count], changed: chance(3) ? [:] : changes(),
                    owner: chance(2) ? nil : "owner",
                    on: "2025-11-03")
            entry += 1
            facts = ShownFacts()
            shares += 1
            let limit = min(count, given + 400)
            while given < limit {
                guard try step(&casebook) else { break }
            }
            #expect(
                Share(events: casebook.events) == casebook.share,
                "the fold of the events is the share: \(trail(casebook))")
            // Writing and reading JSON takes most of the time: one share in eight shows it.
            for event in casebook.events where shares % 8 == 1 {
                let data = try JSONEncoder().encode(event.happening)
                #expect(try JSONDecoder().decode(Happening.self, from: data) == event.happening)
            }
        }
    }

    /// Gives one command; false where the share has ended.
    private mutating func step(_ casebook: inout Casebook) throws -> Bool {
        let share = casebook.share
        for machine in Machine.allCases { met.insert("\(machine):\(share.state(machine))") }
        let open = Machine.allCases.flatMap { machine in
            rules.definitions[machine].transitions(from: share.state(machine)).map { (machine, $0) }
        }.filter { !$0.1.roles.isEmpty }
        guard !open.isEmpty else {
            ended += 1
            return false
        }
        given += 1
        casebook.now = Instant(
            milliseconds: casebook.now.milliseconds
                + Int64.random(in: 0...(isPurposeful ? 43_200_000 : 259_200_000), using: &random))
        let (order, person) = order(open, casebook)
        switch share.decide(order, by: person, in: casebook.circumstances, under: rules) {
        case .refused(let refusal):
            let isExplained =
                !refusal.reasons.isEmpty && refusal.reasons.allSatisfy { $0.says.count > 10 && !$0.rule.isEmpty }
            // A person who may not is told nothing of the rest, and what is possible comes before what is missing.
            let questions = refusal.reasons.map(\.question)
            let isInOrder =
                (questions.contains(.who) ? questions.allSatisfy { $0 == .who } : true)
                && questions.lastIndex(of: .possible) ?? -1 < questions.firstIndex(of: .complete) ?? .max
            if !isExplained || !isInOrder {
                Issue.record("\(order) by \(person.id) is refused badly: \(refusal); \(trail(casebook))")
            }
        case .event(let event):
            taken += 1
            let before = casebook.share.configuration
            if case .acted(let act) = event.happening, act.records.contains(Recording.agreementText.name) {
                frozenTerms = casebook.share.termsUnderConsideration
            }
            casebook.share.apply(event)
            casebook.events.append(event)
            if event.version != share.version + 1 || event.actor != person.id || !person.roles.contains(event.role) {
                Issue.record("\(event) is not what \(person.id) was told; \(trail(casebook))")
            }
            checkDuties(event, on: share, casebook)
            // It takes long: one state in twenty shows it.
            if taken % 20 == 0 { checkWaiting(casebook) }
            check(casebook, from: before, after: event)
        }
        return true
    }

    private mutating func check(_ casebook: Casebook, from before: Configuration, after event: Event) {
        let share = casebook.share
        let configuration = share.configuration
        guard case .acted(let act) = event.happening,
            let step = rules.definitions.step(before, act.machine, act.command), step.after == configuration
        else {
            Issue.record("\(event) does not lead where its step does; \(trail(casebook))")
            return
        }
        let recorded = facts.take(step)
        for definition in rules.definitions.all {
            for invariant in definition.definition.invariants {
                let conditions: [Invariant.Condition]
                switch invariant.rule {
                case .whenever(let when, let then):
                    guard facts.show(when, in: configuration, of: rules.definitions) else { continue }
                    conditions = then
                case .whenRecording(let records, let then):
                    guard !recorded.isDisjoint(with: records) else { continue }
                    conditions = then
                // Of what can be reached later only the proof can speak.
                case .canAlwaysReach, .canReach: continue
                }
                if !conditions.contains(where: { facts.show($0, in: configuration, of: rules.definitions) }) {
                    Issue.record("\(invariant.name) is broken: \(configuration); \(trail(casebook))")
                }
            }
        }
        if rules.definitions.holds(Position([.approval: ["#in-force"]]), in: configuration) {
            #expect(share.hasTermsInForce, "in force without terms in force: \(configuration)")
        }
        if act.records.contains(Recording.inForce.name) {
            // The signatures under the text that came into force are of every party but processors.
            let signed = Set(
                share.approval.signatures.filter { $0.agreement == share.approval.agreements.count }.map(\.party))
            let needed = Set(share.terms.parties.filter { $0.part != .processor }.map(\.organisation.text))
            #expect(needed.isSubset(of: signed), "in force without \(needed.subtracting(signed))")
            broughtIntoForce += 1
            checkApproval(casebook)
        }
    }

    /// What came into force rests on every sign-off that was required when its text was frozen, and nobody counts twice.
    private func checkApproval(_ casebook: Casebook) {
        let share = casebook.share
        guard let approved = share.approved else {
            Issue.record("in force, and nothing was frozen; \(trail(casebook))")
            return
        }
        // A review may set its next date at any time; nothing else of a frozen text moves.
        var terms = share.terms
        terms.reviewDate = frozenTerms?.reviewDate
        #expect(terms == frozenTerms, "what came into force is not what was frozen; \(trail(casebook))")
        for required in approved.required {
            if let missing = required.missing(in: approved.signOffs) {
                Issue.record("in force without \(missing); \(trail(casebook))")
            }
        }
        let here = approved.signOffs.filter { $0.signatory == nil }.map(\.by)
        let there = approved.signOffs.compactMap { one in one.signatory.map { "\(one.party ?? ""): \($0)" } }
        #expect(Set(here).count == here.count && Set(there).count == there.count, "a person counts twice")
        #expect(
            approved.required == share.terms.requiredSignOffs(under: rules.reference), "the policy has not changed here"
        )
    }

    /// Nobody who asked for the terms in this round, for themself or for another, decides on them.
    private func checkDuties(_ event: Event, on before: Share, _ casebook: Casebook) {
        guard case .acted(let act) = event.happening, Self.decisions.contains(act.command) else { return }
        let asked = Self.requests.flatMap { before.duties.people(giving: $0) }
        if !Set(event.people).isDisjoint(with: asked) {
            Issue.record("\(event.people) gave \(act.command) on their own request; \(trail(casebook))")
        }
    }

    private static let requests: [CommandName] = [
        "propose", "submit", "resubmit", "submit-amendment",
    ]
    private static let decisions: Set<CommandName> = [
        "accept", "accept-amendment", "excuse", "keep-assessment", "advise", "approve-dpia", "sign-off",
        "record-sign-off", "meet-condition", "waive-condition", "screen", "refuse-dpia", "prepare-agreement", "sign",
        "complete-signing", "bring-into-force",
    ]

    /// Whoever is said to be waited for has something to do about it, which neither who they are nor where it stands forbids.
    private func checkWaiting(_ casebook: Casebook) {
        let (share, circumstances) = (casebook.share, casebook.circumstances)
        for machine in Machine.allCases {
            let present = circumstances.present(share.awaited(at: machine, under: rules), on: share)
            for one in present {
                let named = Casebook.everybody.filter { person in
                    person.roles.contains(one.role) && one.takes(person, for: person)
                        && Permission.objection(to: person, as: one.role, on: share, in: circumstances) == nil
                }
                for person in named {
                    let steps = share.actions(for: person, in: circumstances, under: rules).filter { action in
                        // What is in force and is halted, or is to be amended, goes on by an amendment or ends.
                        (action.machine == machine || [.approval, .review].contains(machine) || one.isToAppoint)
                            && (!Self.besides.contains(action.transition.command)
                                // Terms that a register brought are amended by writing them, before they are confirmed.
                                || machine == .review && action.transition.command == "edit")
                            && !action.isDone
                    }
                    let isAble = steps.contains { action in
                        action.refusal?.reasons.allSatisfy { $0.question == .complete } ?? true
                    }
                    if !isAble {
                        Issue.record(
                            "\(machine) at \(share.state(machine)) waits for \(person.id), who can do nothing; \(trail(casebook))"
                        )
                    }
                }
            }
        }
    }

    /// What is noted beside the way of a share, or undoes a step.
    private static let besides: Set<CommandName> = [
        "complete-action", "meet-condition", "waive-condition", "set-condition", "withdraw-sign-off", "withdraw",
        "return", "return-assessment", "return-amendment", "return-agreement", "void-agreement", "edit", "answer",
        "hand-over-request", "abandon-amendment", "suspend",
    ]

    /// The commands that led here: the prefix with which a failure is seen again.
    private func trail(_ casebook: Casebook) -> String {
        let commands = casebook.events.map { event in
            if case .acted(let act) = event.happening {
                "\(act.machine) \(act.command) by \(event.actor)"
            } else {
                event.happening.kind
            }
        }
        return "seed \(seed), share \(shares), entry \(casebook.share.entry): " + commands.joined(separator: " → ")
    }

    // MARK: - What is told by whom

    /// Changes to the terms of the casebook that leave them fit to be agreed: of low, medium and high risk.
    private static let sound: [[TermsField: String]] = [
        [.dataItems: "Industry", .lawfulBasis: ""], [:],
        [.dataItems: "PIP award", .specialCategoryCondition: "Explicit consent"], [.recipient: "DWP; Somebody Ltd"],
    ]

    /// What leads from a proposal, or from an inherited share, to terms in force and to an amendment of them.
    private static let steps: Set<CommandName> = [
        "submit", "resubmit", "accept", "adopt", "screen", "excuse", "begin-assessment", "assess", "submit-assessment",
        "advise", "approve-dpia", "open", "regularise", "renew", "open-amendment", "sign-off", "record-sign-off",
        "prepare-agreement", "sign", "complete-signing", "bring-into-force", "meet-condition", "begin-amendment",
        "edit",
        "submit-amendment", "accept-amendment", "keep-assessment",
    ]

    private mutating func order(_ open: [(Machine, Transition)], _ casebook: Casebook) -> (Order, Person) {
        let anybody = Casebook.everybody + [.system]
        let hasCondition = casebook.share.approval.conditions.contains(where: \.isOpen)
        let hasAction = casebook.share.dpia.actions.contains { $0.doneAt == nil }
        let open = open.filter { _, transition in
            switch transition.command {
            case "meet-condition", "waive-condition": hasCondition || chance(20)
            case "complete-action": hasAction || chance(20)
            case "record-measure", "drop-risk": !casebook.share.dpia.risks.isEmpty || chance(20)
            default: true
            }
        }
        if chance(5) || open.isEmpty {
            // Any command by anybody with anything.
            let machine = chance(2) ? Machine.allCases.randomElement(using: &random) : nil
            return (
                Order(commands.randomElement(using: &random) ?? "edit", machine: machine, fields: anything()),
                anybody.randomElement(using: &random) ?? .system
            )
        }
        if isPurposeful, !chance(8) {
            let steps = open.filter { Self.steps.contains($0.1.command) }
            if let (machine, transition) = steps.randomElement(using: &random) {
                let able = able(for: transition, in: casebook)
                var fields = fields(for: transition, of: casebook)
                if fields["purpose"] != nil || transition.evidence.contains("field-values") {
                    fields = ["purpose": "Checking earnings against \(given)"]
                }
                return (
                    Order(transition.command, machine: machine, fields: fields),
                    able.randomElement(using: &random) ?? .system
                )
            }
        }
        // Mostly what leads on: ways out of the share are taken seldom, or no walk would come far.
        let ways: Set<CommandName> = [
            "withdraw", "refuse", "refuse-agreement", "return", "return-agreement", "void-agreement",
            "return-assessment",
            "return-amendment", "refuse-amendment", "abandon-amendment", "reassess", "suspend", "expire",
            "stop-transfer", "withdraw-sign-off",
            "propose-retirement", "refuse-dpia", "reopen-terms",
        ]
        let onward = open.filter { !ways.contains($0.1.command) && $0.1.to != nil }
        let pool = chance(3) || onward.isEmpty ? open : onward
        let (machine, transition) = pool.randomElement(using: &random) ?? open[0]
        let able = able(for: transition, in: casebook)
        let person = chance(8) ? anybody.randomElement(using: &random) : able.randomElement(using: &random)
        return (
            Order(transition.command, machine: machine, fields: fields(for: transition, of: casebook)),
            person ?? .system
        )
    }

    /// Whoever holds a role that the command is for; most times without those who may not do it on this share, or whose earlier acts bar them.
    private mutating func able(for transition: Transition, in casebook: Casebook) -> [Person] {
        let able = (Casebook.everybody + [.system]).filter { person in
            transition.roles.contains { person.roles.contains($0) }
        }
        guard !chance(8) else { return able }
        var barred = Set(transition.notBy.flatMap { casebook.share.duties.people(giving: $0) })
        if transition.command == "sign-off" { barred.formUnion(casebook.share.approval.signOffs.map(\.by)) }
        return able.filter { person in
            !barred.contains(person.id)
                && transition.roles.contains { role in
                    person.roles.contains(role)
                        && Permission.objection(to: person, as: role, on: casebook.share, in: casebook.circumstances)
                            == nil
                }
        }
    }

    private mutating func fields(for transition: Transition, of casebook: Casebook) -> [String: String] {
        var fields: [String: String] = [:]
        for name in transition.evidence + (chance(3) ? transition.optionalEvidence : []) where name != "field-values" {
            fields[name.rawValue] = value(name.rawValue, casebook)
        }
        if transition.evidence.contains("field-values") {
            for (field, text) in changes() where !text.isEmpty { fields[field.rawValue] = text }
        }
        if fields["advice-accepted"] != nil { fields["reason"] = "Weighed" }
        if transition.command == "submit-assessment", !chance(4) { fields["reason"] = "The paper answers them" }
        if chance(20), fields["title"] != nil { fields["start_date"] = "31/02/2026" }
        if transition.command == "sign-off" { fields["capacity"] = nil }
        if ["record-sign-off", "sign"].contains(transition.command), !chance(4) { fields["evidence"] = "Page 9" }
        if transition.command == "record-sign-off", !chance(4) { fields["signed-on"] = nil }
        if transition.command == "withdraw-sign-off", chance(2) {
            fields["capacity"] = nil
            fields["party"] = nil
        }
        if chance(12) { fields[anything().keys.first ?? "x"] = "" }
        return fields
    }

    private mutating func value(_ field: String, _ casebook: Casebook) -> String {
        let today = casebook.now.day
        switch field {
        case "outcome": return chance(2) ? "required" : "not-required"
        case "likelihood": return DPIARecord.Likelihood.allCases.randomElement(using: &random)?.rawValue ?? ""
        case "severity": return DPIARecord.Severity.allCases.randomElement(using: &random)?.rawValue ?? ""
        case "advice-accepted": return chance(3) ? "no" : "yes"
        case "capacity": return chance(3) ? SignOffRule.capacities.randomElement(using: &random) ?? "" : "data-owner"
        case "signatory": return chance(3) ? "Another Director" : "A Director"
        case "timing": return chance(2) ? "before" : "after"
        case "if-overdue": return chance(2) ? "suspend" : "remind"
        case "party":
            return casebook.share.termsUnderConsideration.parties.randomElement(using: &random)?.organisation.text
                ?? "HMRC"
        case "signed-on", "effective": return today.adding(days: -Int.random(in: 0...9, using: &random)).description
        case "next-review", "due": return today.adding(days: Int.random(in: 1...90, using: &random)).description
        case "owner": return chance(4) ? "other-owner" : "owner"
        case "reference": return chance(2) ? "1" : "REF-7"
        default: return "Because"
        }
    }

    private mutating func changes() -> [TermsField: String] {
        let pool: [TermsField: [String]] = [
            .title: ["Earnings check", "Income check"], .purpose: ["Awards", "Arrears"],
            .retention: ["P2Y", "a while", ""],
            .dataItems: ["Date of birth", "PIP award", "Industry", "Conviction; Address"], .provider: ["HMRC", "HMRC"],
            .specialCategoryCondition: ["Explicit consent", ""], .endDate: ["2026-01-31", "2028-12-31", ""],
            .reviewDate: ["2026-01-01", "2027-01-01"], .startDate: ["2025-12-01", "TBC"],
            .transfersOutsideUK: ["France", "none"],
        ]
        var changes: [TermsField: String] = [:]
        for field in pool.keys.sorted(by: { $0.rawValue < $1.rawValue }) where chance(3) {
            let text = pool[field]?.randomElement(using: &random) ?? ""
            changes[field] = text
        }
        return changes
    }

    private mutating func anything() -> [String: String] {
        let names = EvidenceField.allCases.map(\.rawValue) + TermsField.allCases.map(\.rawValue) + ["", "x", "title "]
        let texts = [
            "", "yes", "2026-04-01", "\u{202E}", "31/02/2026", "HMRC", "999999999999999999999", "=1+1", "\u{0}",
        ]
        var fields: [String: String] = [:]
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            fields[names.randomElement(using: &random) ?? ""] = texts.randomElement(using: &random) ?? ""
        }
        return fields
    }

    /// One time in so many.
    private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
}

/// What the steps of one share have asked for and written, and nothing has cleared since.
private struct ShownFacts {
    private var established: Set<NeedName> = []
    private var recorded: Set<RecordName> = []

    /// The records that the step wrote.
    mutating func take(_ step: Step) -> Set<RecordName> {
        var written: Set<RecordName> = []
        for move in step.moves {
            for need in move.transition.needs {
                if case .fact(let name) = need { established.insert(name) }
            }
            written.formUnion(move.transition.records)
            established.subtract(move.transition.clears)
        }
        recorded.formUnion(written)
        return written
    }

    func show(
        _ condition: Invariant.Condition, in configuration: Configuration, of definitions: CheckedDefinitions
    ) -> Bool {
        definitions.holds(condition.position, in: configuration)
            && established.isSuperset(of: condition.established) && recorded.isSuperset(of: condition.recorded)
    }
}
