import Casework
import JSONValues
import Ledger
import Redundancy
import Shares
import Workflows

extension Work {
    var json: JSONValue {
        [
            "mine": mine.json, "others": others.json, "answers": .array(answers.map(\.json)),
            "endings": .array(endings.map(\.json)), "groups": .texts(groups.map(\.reference)),
            "searching": .bool(isSearching),
            "ownersGone": .array(
                gone.map {
                    [
                        "person": .string($0.person.rawValue), "gap": .string($0.gap.rule),
                        "shares": .number($0.shares),
                    ]
                }),
        ]
    }
}

extension WorkEnding {
    fileprivate var json: JSONValue {
        .known([
            "reference": .string(reference.rawValue), "title": .string(title), "on": .string(on.description),
            "reason": reason.map { .string($0) }, "notice": notice.map { .string($0) },
        ])
    }
}

extension WorkAnswer {
    fileprivate var json: JSONValue {
        .known([
            "reference": .string(reference.rawValue), "title": .string(title),
            "machine": .string(step.machine.rawValue), "asked": .string(step.title),
            "askedOn": .string(step.on.description), "askedBy": .string(step.by.rawValue),
            "outcome": .string(outcome), "answeredBy": step.answer.map { .string($0.by.rawValue) },
            "answeredOn": step.answer.map { .string($0.on.description) },
            "refused": step.answer.map { .bool($0.isNo) }, "reason": step.answer?.reason.map { .string($0) },
        ])
    }
}

extension WorkList {
    fileprivate var json: JSONValue {
        ["count": .number(count), "overdue": .number(overdue), "items": .array(items.map(\.json))]
    }
}

extension WorkItem {
    fileprivate var json: JSONValue {
        .known([
            "reference": .string(reference.rawValue), "title": .string(title), "machine": .string(machine.rawValue),
            "state": .string(state), "since": .string(since.description),
            "due": due.map { .string($0.description) }, "waitsFor": .texts(waitsFor.map(\.rawValue)),
            "lacksOwner": .bool(lacksOwner), "toWithdraw": toWithdraw.map { .string($0.rawValue) },
            "capacities": .array(capacities.map(\.json)),
            "onBehalfOf": capacities.compactMap(\.onBehalfOf).first.map { .string($0.rawValue) },
            "asked": asked.map { .string($0) },
        ])
    }
}

extension Authority {
    fileprivate var json: JSONValue {
        .known(["role": .string(role.rawValue), "onBehalfOf": onBehalfOf.map { .string($0.rawValue) }])
    }
}

extension PortfolioReport {
    /// Of a day before the record begins only that: figures would be zeros of what is not known.
    var json: JSONValue {
        if let recordBegins {
            return [
                "asAt": .string(asAt.description), "recordBegins": .string(recordBegins.description), "sections": [],
            ]
        }
        return [
            "asAt": .string(asAt.description), "shares": .number(shares), "open": .number(open),
            "sections": .array(
                ReportSection.all(of: self).map { section in
                    [
                        "title": .string(section.title), "figures": .texts(section.figures),
                        "rows": .array(
                            section.rows.map { row in
                                ["name": .string(row.name), "figures": .array(row.figures.map { .number($0) })]
                            }),
                    ]
                }),
        ]
    }
}

extension Board {
    var json: JSONValue {
        .known([
            "report": report.json,
            "risks": .array(
                RiskTier.allCases.flatMap { risk in
                    Stage.allCases.compactMap { stage in
                        risks[risk]?[stage].map { shares -> JSONValue in
                            [
                                "risk": .string(risk.rawValue), "stage": .string(stage.rawValue),
                                "shares": .number(shares),
                            ]
                        }
                    }
                }),
            "assessed": report.recordBegins == nil ? assessed.json : nil,
            "channelsByYear": .array(
                channelsByYear.map { year in
                    .known(year.counts.members.merging(["year": year.year.map { .number($0) }]) { $1 })
                }),
            "channelTrend": .array(
                channelTrend.map { moment in
                    .known(
                        moment.counts.members.merging([
                            "day": .string(moment.day.description), "channels": .number(moment.channels),
                        ]) { $1 })
                }),
        ])
    }
}

extension AssessedRisks {
    fileprivate var json: JSONValue {
        [
            "shares": .number(shares),
            "risks": .array(
                counts.sorted { $0.key.order < $1.key.order }.map { cell, count in
                    [
                        "likelihood": .string(cell.likelihood.rawValue), "severity": .string(cell.severity.rawValue),
                        "risks": .number(count),
                    ]
                }),
        ]
    }
}

extension RiskCell {
    fileprivate var order: String { likelihood.rawValue + " " + severity.rawValue }
}

extension ChannelCounts {
    fileprivate var members: [String: JSONValue?] {
        [
            "strategic": .number(strategic), "tolerated": .number(tolerated), "legacy": .number(legacy),
            "unknown": .number(unknown),
        ]
    }
}

extension ShareMap {
    var json: JSONValue { .known(["opened": opened?.json, "flows": .array(flows.map(\.json))]) }
}

extension ShareMap.Flow {
    fileprivate var json: JSONValue { ["from": from.json, "to": to.json, "shares": .number(shares)] }
}

extension ShareMap.Node {
    fileprivate var json: JSONValue { ["id": .string(id), "label": .string(label)] }
}

extension DataItemInUse {
    var json: JSONValue {
        .known([
            "name": .string(name), "term": term.map { .string($0.id) }, "value": .string(value),
            "shares": .number(shares),
        ])
    }
}

extension DataUse {
    /// With a page of its shares.
    func json(of page: [ShareSummary], next: String?) -> JSONValue {
        .known([
            "name": .string(name), "term": term.map { .string($0.id) }, "value": .string(value),
            "shares": .array(page.map(\.json)), "total": .number(shares.count), "next": next.map { .string($0) },
            "flows": .array(flows.map(\.json)),
            "passages": .array(
                passages.map { passage in
                    [
                        "body": passage.body.json, "comesFrom": .array(passage.comesFrom.map(\.json)),
                        "goesTo": .array(passage.goesTo.map(\.json)),
                    ]
                }),
        ])
    }
}
