import Casework
import Hummingbird
import JSONValues
import Shares
import Workflows

/// A workflow or an overlay, tried out before it is put into the templates: every fault with its place, and what would become
/// of the shares under way. Nothing is published here.
struct TryWorkflowsPage {
    static let fileField = "workflow"
    /// So many faults and shares are listed one by one.
    private static let most = 100

    var visitor: Visitor
    var file = ""
    var check: WorkflowCheck?
    var shares: RelocationReport?
    var problems: [FormProblem] = []

    /// Throws `Refusal` for anybody but the hub.
    /// What it is, for whoever may not see it.
    static let what = "the trial of workflows, which say who does what with a share and when"

    static func load(from office: Office, for visitor: Visitor) throws -> TryWorkflowsPage {
        try office.isHub(visitor.person.id, toSee: what)
        return TryWorkflowsPage(visitor: visitor)
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        var page = self
        guard let file = form.files[Self.fileField] else {
            page.problems = [FormProblem(field: Self.fileField, message: "Choose a workflow or an overlay.")]
            return Answer(page.html, status: .unprocessableContent)
        }
        page.file = file.plainName
        let (check, shares) = try office.tryWorkflows([file], as: visitor.person.id)
        page.check = check
        page.shares = shares
        return Answer(page.html, status: check.isSound ? .ok : .unprocessableContent)
    }

    // MARK: -

    var html: HTML {
        PageFrame(
            title: "Try a workflow", area: .hub, topic: .trials, breadcrumbs: [("Hub", .hub)],
            hasErrors: !problems.isEmpty || check?.isSound == false, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            if let check { banner(check) }
            tag(.h1) { "Try a workflow" }
            if let check, !check.isSound { faults(check).html }
            if let shares { account(shares) }
            form
        }
    }

    private func banner(_ check: WorkflowCheck) -> HTML {
        tag(
            .div, .class(check.isSound ? "banner" : "error-summary"), .with(.role, check.isSound ? "status" : "alert"),
            .with(.ariaLabelledBy, "result")
        ) {
            tag(.h2, .id("result")) { check.isSound ? "\(file) is sound" : "\(file) cannot be run" }
            if let proof = check.proof, check.isSound {
                tag(.p) {
                    "Together the five reach \(Words.number(proof.configurations)) configurations by \(Words.number(proof.steps)) steps, and every invariant holds."
                }
                for overlay in check.overlays {
                    tag(.p) {
                        "With the overlay “\(overlay.name)” they reach \(Words.number(overlay.proof.configurations)) configurations, and every invariant holds."
                    }
                }
                tag(.p) {
                    "Nothing was published. To publish it, put the file into the templates and start the server again."
                }
            } else {
                tag(.p) { Words.count(lines(check).count, "fault was found.", "faults were found.") }
            }
        }
    }

    /// Where, and what.
    private func lines(_ check: WorkflowCheck) -> [(place: String, says: String)] {
        var lines: [(place: String, says: String)] = []
        for fault in check.faults {
            let place = [fault.file, fault.pointer.description].filter { !$0.isEmpty }.joined(separator: " at ")
            lines.append((place, fault.message))
        }
        for fault in check.proof?.faults ?? [] { lines.append(("The five together", fault.description)) }
        for overlay in check.overlays {
            for fault in overlay.proof.faults { lines.append((overlay.file, fault.description)) }
        }
        return lines
    }

    private func faults(_ check: WorkflowCheck) -> DataTable {
        var table = DataTable(
            id: "faults", caption: "Each fault with its place", columns: [.init("Place"), .init("What to mend")])
        for line in lines(check).prefix(Self.most) { table.add([HTML(text: line.place), HTML(text: line.says)]) }
        return table
    }

    // MARK: - Shares under way

    @HTMLBuilder private func account(_ report: RelocationReport) -> HTML {
        tag(.h2) { "Shares under way" }
        tag(.p) {
            "A share stays on the edition that it runs on until it is moved. Of those under way "
            "\(Words.number(report.moved.count)) could be moved, \(Words.number(report.kept.count)) could not, and "
            "\(Words.number(report.untouched)) would stay as they are."
        }
        if !report.moved.isEmpty { differences(report).html }
        if !report.kept.isEmpty { kept(report).html }
    }

    /// What changes for the people who work on them, with how many shares each concerns.
    private func differences(_ report: RelocationReport) -> DataTable {
        var counts: [String: (count: Int, first: ShareReference)] = [:]
        for moved in report.moved {
            let moves = moved.plan.moves.map {
                "\($0.machine.asPeopleSay.capitalisedFirst) goes from \($0.from) to \($0.to)."
            }
            for says in moves + moved.plan.differences {
                counts[says] = (counts[says].map { $0.count + 1 } ?? 1, counts[says]?.first ?? moved.share)
            }
        }
        var table = DataTable(
            id: "differences", caption: "What would change for them, the most frequent first",
            columns: [.init("What"), .init("Shares", isNumber: true), .init("The first of them")])
        for (says, one) in counts.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }).prefix(Self.most)
        {
            table.add([
                HTML(text: says), HTML(text: Words.number(one.count)),
                tag(.a, .href(Link(.share(one.first)))) { one.first.rawValue },
            ])
        }
        return table
    }

    private func kept(_ report: RelocationReport) -> DataTable {
        var table = DataTable(
            id: "kept", caption: "Shares that could not be moved", columns: [.init("Share"), .init("Why not")])
        for kept in report.kept.prefix(Self.most) {
            table.add([
                tag(.a, .href(Link(.share(kept.share)))) { kept.share.rawValue },
                HTML(text: kept.refusal.reasons.map(\.says).joined(separator: " ")),
            ])
        }
        return table
    }

    private var form: HTML {
        tag(
            .form, .with(.method, "post"), .with(.enctype, "multipart/form-data"), .action(Link(.tryWorkflows))
        ) {
            FormToken(visitor: visitor)
            FormField(
                name: Self.fileField, label: "Workflow or overlay",
                hint:
                    "A JSON file. It is checked in the place of the one of its machine or name, with the others as they are.",
                control: .file(accept: ".json,application/json"), problems: problems.map(\.message))
            tag(.button, .with(.type, "submit")) { "Try it out" }
        }
    }
}
