import Casework
import Hummingbird
import JSONValues
import Redundancy
import Shares

/// Shares that are found redundant, and what is decided about them.
extension APIRoute {
    static let ofRedundancy = [groups, group, preview, decide, decisions, decision]

    static let groups = APIRoute(
        .get, "redundancy", "listGroups",
        "The groups of redundant shares that are to be decided on, a page at a time, in the order of their references",
        scopes: [.readPortfolio], parameters: [.limit, .after], answer: .json(.groups),
        .does { call in
            let overview = try call.office.redundancyOverview(for: call.person)
            let groups = overview.groups.sorted { $0.reference < $1.reference }
            let (page, next) = call.page(of: groups, by: \.reference)
            return Answer(json: overview.json(of: page, next: next))
        })

    static let group = APIRoute(
        .get, "redundancy/{group}", "getGroup", "A group: its shares, why they are found, and what is proposed",
        scopes: [.readPortfolio], parameters: [.group], answer: .json(.group), refusals: [noGroup],
        .does { call in
            Answer(json: try call.office.redundancyGroup(call.segment(.group), for: call.person).json)
        })

    static let preview = APIRoute(
        .post, "redundancy/{group}/preview", "previewDecision",
        "What a decision would come to for each share; nothing is recorded", scopes: [.decide],
        parameters: [.group], body: .json(.newDecision), answer: .json(.outcome),
        refusals: [noGroup, .notForYou("Deciding"), .refused("The decision")],
        .does { call in
            let group = try call.office.redundancyGroup(call.segment(.group), for: call.person)
            return Answer(json: try call.office.previewConsolidation(call.order(on: group), as: call.id).json)
        })

    static let decide = APIRoute(
        .post, "redundancy/{group}/decision", "decide",
        "Decides about a group as you last saw it, and begins the casework", scopes: [.decide],
        parameters: [.group, .ifMatch, .idempotencyKey], body: .json(.newDecision), answer: .made(.decision),
        refusals: [noGroup, .notForYou("Deciding"), .refused("The decision")],
        .does { call in
            if let number = try call.office.decision(once: call.once, by: call.id) { return try call.decided(number) }
            let group = try call.office.redundancyGroup(call.segment(.group), for: call.person)
            // Who may not decide is told that, whatever they saw.
            if group.mayDecide { try call.hold(to: Answer(json: group.json)) }
            do {
                let outcome = try call.office.decideConsolidation(call.order(on: group), as: call.id, once: call.once)
                return try call.decided(outcome.number)
            } catch let decided as DecidedAlready {
                return try call.decided(decided.number)
            }
        })

    static let decisions = APIRoute(
        .get, "decisions", "listDecisions",
        "What was decided about redundant shares, and how far each is, newest first", scopes: [.readPortfolio],
        parameters: [.limit, .before], answer: .json(.decisions),
        .does { call in
            let decisions = try call.office.redundancyDecisions(within: call.person.reach)
            let (page, next) = call.page(of: decisions, newestBy: \.recorded.number)
            return Answer(
                json: .known(["decisions": .array(page.map(\.json)), "next": next.map { .string($0) }]))
        })

    static let decision = APIRoute(
        .get, "decisions/{number}", "getDecision", "One decision, and how far it is", scopes: [.readPortfolio],
        parameters: [.number], answer: .json(.decision),
        refusals: [APIRefusal(404, "There is no such decision, or a share of it is not within your reach")],
        .does { call in Answer(json: try call.progress(of: call.number()).json) })

    private static let noGroup = APIRefusal(404, "There is no such group, or a share of it is not within your reach")
}

extension APIParameter {
    static let group = APIParameter(
        name: "group", place: "path", says: "The reference of the group, such as C-7K2M9QXA", isRequired: true)
}

extension APICall {
    /// What is sent about a group, held to the record as it was read for it.
    fileprivate func order(on group: RedundancyGroup) throws -> ConsolidationOrder {
        guard let verdict = RedundancyVerdict(rawValue: sent("verdict") ?? "") else {
            throw APIProblem(.badRequest, "verdict is not one that is described.")
        }
        let on = sent("on")
        let day = on.flatMap { Day(iso: $0) }
        guard (on == nil) == (day == nil) else {
            throw Refusal([
                Refusal.Reason(
                    .complete, rule: "day-not-understood", "There is no day \(on ?? "").", field: "on")
            ])
        }
        return ConsolidationOrder(
            .shares(group.cluster.members), verdict, reason: body["reason"]?.string?.lineEndsAsWritten ?? "",
            survivor: verdict == .consolidate ? sent("survivor").map { ShareReference($0) } : nil, on: day,
            seen: group.position, insists: body["insist"] == true)
    }

    fileprivate func decided(_ number: Int) throws -> Answer {
        var answer = Answer.made(try progress(of: number).json, at: APIRoute.address("decisions", String(number)))
        answer.entityTag = answer.tagOfBytes
        return answer
    }

    fileprivate func progress(of number: Int) throws -> ConsolidationProgress {
        let decisions = try office.redundancyDecisions(within: person.reach)
        guard let one = decisions.first(where: { $0.recorded.number == number }) else {
            throw APIProblem(.notFound, "There is no decision \(number) about shares that you may see.")
        }
        return one
    }
}
