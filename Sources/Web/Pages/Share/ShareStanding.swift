import Casework
import Shares
import Workflows

/// Where the five machines of a share stand, with what that means.
struct ShareStanding: Component {
    let standing: [MachineStanding]

    var html: HTML {
        var table = DataTable(
            id: "machines",
            caption: standing.count == Machine.allCases.count
                ? "The five workflows of this share" : "The workflows of this share",
            columns: ["Workflow", "State", "What it means", "Since", "Waits for"].map { DataTable.Column($0) })
        for standing in standing {
            table.add([
                HTML(text: name(of: standing)), tag(.strong) { standing.title }, HTML(text: standing.meaning),
                HTML(day: standing.since.day),
                HTML(
                    text: standing.waitsFor.isEmpty
                        ? "Nobody"
                        : Words.waiting(
                            standing.waitsFor, lacksOwner: standing.lacksOwner, toWithdraw: standing.toWithdraw,
                            as: \.noun)),
            ])
        }
        return tag(.section, .with(.ariaLabelledBy, "standing")) {
            tag(.h2, .id("standing")) { "Where it stands" }
            table
        }
    }

    private func name(of standing: MachineStanding) -> String {
        standing.machine == .dpia ? "DPIA" : standing.machine.rawValue.capitalisedFirst
    }
}
