import Foundation
import Shares
import Testing
import Workflows

/// The page that tells people who may do what is true of the code that decides.
@Suite struct PermissionAgreementTests {
    /// A row of `docs/permissions.md`.
    struct Row {
        var machine: Machine
        var state: StateName
        var command: CommandName
        var roles: Set<RoleName>
    }

    /// What the printed tables say, machine by machine: a column whose title is a role marks who may.
    static func rows() throws -> [Row] {
        let page = try String(
            contentsOf: try #require(RepositoryFolder.url()).appendingPathComponent("docs/permissions.md"),
            encoding: .utf8)
        let definitions = try Casebook.rules().definitions
        var rows: [Row] = []
        var machine: Machine?
        var header: [String] = []
        for line in page.split(separator: "\n") {
            if line.hasPrefix("## ") {
                machine = Machine.allCases.first { definitions[$0].definition.title == line.dropFirst(3) }
                header = []
            }
            guard line.hasPrefix("| "), let machine else { continue }
            let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
            guard !header.isEmpty else {
                header = cells
                continue
            }
            let marked = zip(header, cells).filter { $0.1 == "●" }.map { RoleName(rawValue: $0.0) }
            rows.append(
                Row(
                    machine: machine, state: StateName(rawValue: cells[0]),
                    command: CommandName(rawValue: cells[1].filter { $0 != "`" }), roles: Set(marked)))
        }
        return rows
    }

    /// Somebody who holds this role alone, and of whom the share wants nothing more.
    static func holder(of role: RoleName) -> Person {
        role == "system" ? .system : Casebook.person("holder", role)
    }

    /// Every state, every command and every role: what is marked is not refused for who one is, what is not marked is,
    /// and what has no row cannot be done.
    @Test(arguments: Machine.allCases)
    func decideAgreesWithThePrintedPage(machine: Machine) throws {
        let rules = try Casebook.rules()
        let printed = try Self.rows().filter { $0.machine == machine }
        let definition = rules.definitions[machine].definition
        let commands = Set(definition.transitions.map(\.command)).sorted()
        var asked = 0
        var rows = 0
        for state in definition.states.map(\.name) {
            var casebook = try Casebook.share(at: [machine: state], owner: "holder", requester: "holder")
            casebook.share.duties = Duties()
            var circumstances = casebook.circumstances
            circumstances.roster.apply(
                .appointed(
                    Appointment("holder", as: .dataSteward, of: nil, DaySpan(casebook.now.day), letter: "HR/1")))
            for command in commands {
                let found = printed.filter { $0.state == state && $0.command == command }
                rows += found.count
                #expect(found.count <= 1, "\(machine) \(state) \(command)")
                for role in RoleName.known {
                    asked += 1
                    let decision = casebook.share.decide(
                        Order(command, machine: machine), by: Self.holder(of: role), in: circumstances,
                        under: rules)
                    let place = "\(machine) at \(state): \(command) as \(role)"
                    if found.first?.roles.contains(role) == true {
                        if case .refused(let refusal) = decision {
                            let who = refusal.reasons.filter { $0.question == .who }
                            if !who.isEmpty { Issue.record("\(place) is marked, and refused: \(who)") }
                        }
                    } else if case .refused(let refusal) = decision {
                        let isForWho = refusal.reasons.allSatisfy { $0.rule == "not-your-role" }
                        let isForWhere = refusal.reasons.allSatisfy { $0.question == .possible }
                        let hasRow = found.first.map { !$0.roles.isEmpty } ?? false
                        if !(isForWho || isForWhere && !hasRow) { Issue.record("\(place): \(refusal)") }
                    } else {
                        Issue.record("\(place) is not marked, and done")
                    }
                }
            }
        }
        #expect(rows == printed.count && rows > 8, "every row of the page was asked about")
        #expect(asked == definition.states.count * commands.count * RoleName.known.count)
    }
}
