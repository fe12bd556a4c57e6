import ArgumentParser
import Casework
import Interchange
import Ledger
import Shares
import Workflows

extension PeopleCommand {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what holds for a person: roles, appointments, delegations, leave, and how it came about.",
            discussion: "Example: concordat people show owner")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The person.") var id: String

        func run() async throws {
            let office = try global.existingOffice()
            let roster = try office.currentRoster()
            let id = PersonID(id)
            guard let person = roster[id] else { throw ValidationError("There is no person “\(id)”: see people list.") }
            Console.line("\(person.id) · \(Console.safe(person.name)) · \(Console.safe(person.organisation))")
            Console.line("Roles: \(person.roles.map(\.rawValue).joined(separator: ", "))")
            if let last = roster.departures[id] { Console.line("Last day: \(last.inWords)") }
            for appointment in roster.appointments where appointment.person == id {
                Console.line(
                    "Appointed: \(appointment.post.asPeopleSay)\(appointment.spoke.map { " of \($0)" } ?? ""), "
                        + "\(appointment.days.inWords) (letter \(Console.safe(appointment.letter)))")
            }
            for delegation in roster.delegations where [delegation.principal, delegation.delegate].contains(id) {
                Console.line(
                    "Delegation \(delegation.number): \(delegation.inWords) (\(Console.safe(delegation.reason)))")
            }
            for absence in roster.absences where absence.person == id {
                Console.line("On leave: \(absence.days.inWords)")
            }
            for link in try office.signInLinks() where link.person == id {
                Console.line(
                    "Signs in through \(Console.safe(link.issuer)) as \(Console.safe(link.subject)) since \(link.made.day)"
                )
            }
            Console.line("History:")
            for entry in try office.rosterEntries() where entry.change.concerns(id) {
                Console.line("  \(entry.at.day) \(entry.actor) (\(entry.role)) \(entry.change.summary)")
            }
        }
    }

    struct Orphans: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the open shares that nobody answers for, and why.",
            discussion: """
                Nobody named or appointed, the owner gone, without role or appointment, or on leave with nobody to act \
                for them.

                Example: concordat people orphans --where spoke=disability --format csv
                """)

        @OptionGroup var global: GlobalOptions
        @Option(name: .customLong("where"), parsing: .upToNextOption, help: "Conditions, all of which must hold.")
        var conditions: [String] = []
        @Option(help: "text, json or csv.") var format: OutputFormat = .text

        func validate() throws {
            for condition in conditions where ShareFilter(condition) == nil {
                throw ValidationError("“\(condition)” is not a condition such as stage=live.")
            }
        }

        func run() async throws {
            let orphans = try global.existingOffice().orphans(where: conditions.compactMap { ShareFilter($0) })
            switch format {
            case .json: try orphans.map(PrintedOrphan.init).printAsJSON()
            case .csv:
                var text = CSVWriter.line(["reference", "title", "spoke", "stage", "rule", "message"])
                for orphan in orphans.map(PrintedOrphan.init) {
                    text += CSVWriter.line([
                        orphan.reference, orphan.title, orphan.spoke ?? "", orphan.stage, orphan.rule, orphan.message,
                    ])
                }
                Console.write(text)
            case .text:
                for (rule, label) in OwnerGap.labels {
                    let these = orphans.filter { $0.gap.rule == rule }
                    if these.isEmpty { continue }
                    Console.line("\(label): \(these.count)")
                    for orphan in these {
                        Console.line(
                            "  \(Console.safe(orphan.reference.rawValue)) “\(Console.safe(orphan.title))” (\(orphan.stage.label))"
                        )
                    }
                }
                Console.line("\(orphans.count) open shares that nobody answers for.")
            }
        }
    }
}

/// An orphan for programs.
struct PrintedOrphan: Encodable {
    var reference: String
    var title: String
    var spoke: String?
    var stage: String
    var rule: String
    var message: String

    init(_ orphan: Orphan) {
        reference = orphan.reference.rawValue
        title = orphan.title
        spoke = orphan.spoke
        stage = orphan.stage.rawValue
        rule = orphan.gap.rule
        message = orphan.gap.says
    }
}

extension RosterChange {
    func concerns(_ id: PersonID) -> Bool {
        switch self {
        case .kept(let person): person.id == id
        case .appointed(let appointment), .appointmentEnded(let appointment): appointment.person == id
        case .delegated(let delegation), .delegationEnded(let delegation):
            [delegation.principal, delegation.delegate].contains(id)
        case .absent(let absence): absence.person == id
        case .left(let departure): departure.person == id
        case .returned(let back): back.person == id
        }
    }

    /// In a few words, for lists.
    var summary: String {
        switch self {
        case .kept(let person): "kept \(person.id) as \(person.roles.map(\.rawValue).joined(separator: ", "))"
        case .appointed(let appointment):
            "appointed \(appointment.person) \(appointment.post.asPeopleSay) \(appointment.days.inWords)"
        case .appointmentEnded(let ended):
            "ended the appointment of \(ended.person) as \(ended.post.asPeopleSay)\(ended.days.last.map { " with \($0.inWords)" } ?? "")"
        case .delegated(let delegation): "delegated \(delegation.inWords)"
        case .delegationEnded(let delegation): "ended delegation \(delegation.number) with \(delegation.last.inWords)"
        case .absent(let absence): "recorded leave of \(absence.person) \(absence.days.inWords)"
        case .left(let departure): "recorded the last day of \(departure.person): \(departure.last.inWords)"
        case .returned(let back): "recorded \(back.person) back on \(back.first.inWords)"
        }
    }
}
