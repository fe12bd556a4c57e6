import Casework
import Hummingbird
import Shares

/// A register, sent to be tried out or loaded, with everything that was found in it.
struct ImportPage {
    static let fileField = "register"
    static let mappingField = "mapping"
    static let skipField = "skip-invalid"
    static let stepField = "step"

    var visitor: Visitor
    var report: ImportReport?
    var isRefused = false
    var skipsInvalid = false
    var problems: [FormProblem] = []

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, for visitor: Visitor) throws -> ImportPage {
        try office.mayImport(visitor.person.id)
        return ImportPage(visitor: visitor)
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        var page = self
        page.skipsInvalid = form[Self.skipField] != nil
        guard let register = form.files[Self.fileField] else {
            page.problems = [FormProblem(field: Self.fileField, message: "Choose the register’s file.")]
            return Answer(page.html, status: .unprocessableContent)
        }
        do {
            page.report = try office.importRegister(
                sent: register, mapping: form.files[Self.mappingField], isDryRun: form[Self.stepField] != "load",
                skipsInvalid: page.skipsInvalid, as: visitor.person.id, once: form.once("import"))
            if let report = page.report, form[Self.stepField] == "csv" {
                return Answer(
                    contentType: "text/csv; charset=utf-8", bytes: Array(report.changesCSV.utf8),
                    fileName: "changes.csv")
            }
            return Answer(page.html)
        } catch let refused as RefusedImport {
            page.report = refused.report
            page.isRefused = true
        } catch let refusal as Refusal {
            page.problems = refusal.reasons.map { FormProblem($0) }
        } catch let findings as Findings {
            page.problems = findings.all.map {
                FormProblem(field: Self.mappingField, message: "\($0.place): \($0.message)")
            }
        }
        return Answer(page.html, status: .unprocessableContent)
    }

    var html: HTML {
        PageFrame(
            title: "Import a register", area: .hub, topic: .importing, breadcrumbs: [("Hub", .hub)],
            hasErrors: !problems.isEmpty || isRefused,
            visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            if let report { summary(report) }
            tag(.h1) { "Import a register" }
            if let report {
                if report.isDryRun, !isRefused, !report.changesNothing { ImportChanges(report: report).html }
                found(report)
            }
            form
        }
    }

    private func summary(_ report: ImportReport) -> HTML {
        let title =
            switch (isRefused, report.isDryRun) {
            case (true, true): "Nothing was written: it would not be loaded"
            case (true, false): "Nothing was loaded"
            case (false, true): "Nothing was written: this is what would happen"
            case (false, false): "Loaded"
            }
        return tag(
            .div, .class(isRefused ? "error-summary" : "banner"), .with(.role, isRefused ? "alert" : "status"),
            .with(.ariaLabelledBy, "result")
        ) {
            tag(.h2, .id("result")) { title }
            tag(.p) {
                "\(report.file): \(Words.count(report.rows, "row", "rows")), \(Words.number(report.registered)) new, \(Words.number(report.corrected)) changed, \(Words.number(report.unchanged)) unchanged, \(Words.number(report.rejected.count)) kept out. "
                "\(Words.count(report.findings.errors.count, "error", "errors")), \(Words.count(report.findings.warnings.count, "warning", "warnings"))."
            }
            if isRefused {
                tag(.p) {
                    "A register comes in whole or not at all. Mend the errors below, or load the sound rows alone."
                }
            } else if report.isDryRun {
                tag(.p) {
                    "To load it, choose the same file again and press “Load it”. “List what would change” gives all of it as CSV."
                }
            }
        }
    }

    @HTMLBuilder private func found(_ report: ImportReport) -> HTML {
        if !report.findings.isEmpty {
            rules(report).html
            let table = FindingsTable(findings: report.findings)
            table.html
            if report.findings.all.count > table.shown.count {
                tag(.p) {
                    "The first \(table.shown.count) of \(Words.number(report.findings.all.count)). “concordat import --dry-run --format csv” lists them all."
                }
            }
        }
    }

    private func rules(_ report: ImportReport) -> DataTable {
        var table = DataTable(
            id: "rules", caption: "What was found, the most frequent first",
            columns: [.init("Rule"), .init("How many", isNumber: true), .init("The first of them")])
        for one in report.findingsByRule {
            table.add([
                HTML(text: one.rule), HTML(text: Words.number(one.count)),
                HTML(text: one.first.message.quotesCut.shortened(to: 600)),
            ])
        }
        return table
    }

    private var form: HTML {
        tag(
            .form, .with(.method, "post"), .with(.enctype, "multipart/form-data"), .action(Link(.importRegister))
        ) {
            FormToken(visitor: visitor)
            FormKey(visitor: visitor)
            FormField(
                name: Self.fileField, label: "Register", hint: "A CSV file of up to 16 MB",
                control: .file(accept: ".csv,.tsv,.json,text/csv"), problems: messages(Self.fileField))
            FormField(
                name: Self.mappingField, label: "Mapping",
                hint: "A JSON file that says which column is what, for a register that is not in the native columns",
                control: .file(accept: ".json,application/json"), problems: messages(Self.mappingField),
                isRequired: false)
            ChoiceField(
                kind: .checkbox, name: Self.skipField, legend: "Rows with errors",
                options: [
                    .init(
                        value: "yes", label: "Load the sound rows although others have errors", isChosen: skipsInvalid)
                ])
            tag(.div, .class("choices")) {
                tag(.button, .with(.type, "submit"), .with(.name, Self.stepField), .with(.value, "try")) {
                    "Try it out"
                }
                tag(
                    .button, .class("secondary"), .with(.type, "submit"), .with(.name, Self.stepField),
                    .with(.value, "csv")
                ) { "List what would change" }
                tag(
                    .button, .class("secondary"), .with(.type, "submit"), .with(.name, Self.stepField),
                    .with(.value, "load")
                ) { "Load it" }
            }
        }
    }

    private func messages(_ field: String) -> [String] { problems.filter { $0.field == field }.map(\.message) }
}
