import Casework
import Hummingbird
import JSONValues
import Shares
import Workflows

/// What the hub tries out or loads.
extension APIRoute {
    static let ofTrials = [importRegister, tryTemplate, tryWorkflow]

    static let importRegister = APIRoute(
        .post, "imports", "importRegister",
        "Tries a register out, and loads it where load is asked for; every finding is told", scopes: [.runOffice],
        parameters: [.load, .skipsInvalid, .idempotencyKey],
        body: APIBody(
            types: [("text/csv", nil), ("application/json", .newImport)], longest: PostedForm.longestWithFiles,
            isFor: { try $0.mayImport($1) }), answer: .json(.imported),
        refusals: [notHub, APIRefusal(422, "A row has an error, or a file cannot be read; every finding is given")],
        .does { call in
            let register = call.body["register"]?.string.map { Array($0.utf8) } ?? call.sent?.bytes ?? []
            let report = try call.office.importRegister(
                sent: SentFile(name: call.sent("name") ?? "register.csv", bytes: register),
                mapping: call.body["mapping"]?.string.map {
                    SentFile(name: "mapping.json", bytes: Array($0.utf8))
                }, isDryRun: !call.says(.load), skipsInvalid: call.says(.skipsInvalid), as: call.id,
                once: call.once)
            return Answer(json: report.json)
        })

    static let tryTemplate = APIRoute(
        .post, "trials/template", "tryTemplate",
        "Checks a template or a clause, and fills it for a share: every finding, and what the share does not say yet, or with form the document",
        scopes: [.runOffice], parameters: [.triedForm],
        body: .json(.newTemplate, longest: PostedForm.longestWithFiles) {
            try $0.isHub($1, toSee: TryTemplatePage.what)
        },
        answer: APIAnswer(
            types: [("application/json", .triedTemplate)] + NativeFormat.allCases.map { ($0.mediaType, nil) }),
        refusals: [
            notHub, .noShare,
            APIRefusal(
                422,
                "There is no such template, it is not for the share, or no document can be made with it; every finding is given"
            ),
        ],
        .does { call in
            let isClause = call.body["clause"] == true
            guard call.sent("text") != nil || call.sent("template") != nil,
                !isClause || call.sent("template") != nil
            else {
                throw Findings([
                    .error(
                        "template-missing", at: .field("template"),
                        "Name a template, or send the text to try; a clause needs the template that it stands in.")
                ])
            }
            let form = call.text(.triedForm).flatMap { NativeFormat(rawValue: $0) }
            let (findings, document) = try call.office.tryTemplate(
                call.body["text"]?.string.map {
                    SentFile(name: call.sent("name") ?? "template.xhtml", bytes: Array($0.utf8))
                }, isClause: isClause, filling: call.sent("template"), for: ShareReference(call.sent("share") ?? ""),
                as: form, by: call.id)
            if let form {
                guard let document else { throw findings }
                return Answer(
                    contentType: form.mediaType, bytes: document.bytes, fileName: "tried.\(form.rawValue)")
            }
            return Answer(json: [
                "sound": .bool(!findings.hasErrors), "findings": .array(findings.all.map(\.json)),
                "missing": .texts(document?.missing ?? []),
            ])
        })

    static let tryWorkflow = APIRoute(
        .post, "trials/workflow", "tryWorkflow",
        "Checks a workflow or an overlay, and tells how many shares under way would move to it", scopes: [.runOffice],
        body: .json(.newWorkflow, longest: PostedForm.longestWithFiles) {
            try $0.isHub($1, toSee: TryWorkflowsPage.what)
        }, answer: .json(.triedWorkflow), refusals: [notHub],
        .does { call in
            let file = SentFile(
                name: call.sent("name") ?? "workflow.json", bytes: Array((call.body["text"]?.string ?? "").utf8))
            let (check, shares) = try call.office.tryWorkflows([file], as: call.id)
            return Answer(
                json: .known([
                    "sound": .bool(check.isSound), "faults": .texts(check.faults.map { "\($0)" }),
                    "configurations": (check.proof?.configurations).map { .number($0) },
                    "wouldMove": (shares?.moved.count).map { .number($0) },
                    "wouldStay": (shares?.kept).map { kept in
                        .array(
                            kept.map { one in
                                [
                                    "reference": .string(one.share.rawValue),
                                    "reasons": .array(one.refusal.reasons.map(\.json)),
                                ]
                            })
                    },
                ]))
        })
}

extension APIParameter {
    static let load = APIParameter(
        name: "load", place: "query", says: "Whether it is loaded; where not, it is only tried out",
        schema: Shape.oneOf(["true", "false"]))
    static let triedForm = APIParameter(
        name: "form", place: "query",
        says: "The document itself in this form; where none is given, what the check finds",
        schema: Shape.oneOf(NativeFormat.allCases.map(\.rawValue)))
    static let skipsInvalid = APIParameter(
        name: "skip-invalid", place: "query", says: "Whether sound rows come in although others have errors",
        schema: Shape.oneOf(["true", "false"]))
}

extension APISchema {
    static let newImport = APISchema(
        "NewImport",
        Shape.object(
            [
                "register": Shape.said(Shape.text, "The register’s file as it stands"),
                "name": Shape.said(Shape.text, "The name of the file, which the record keeps as the source"),
                "mapping": Shape.said(Shape.text, "The mapping file, for a register with other columns"),
            ], optional: ["name", "mapping"]))

    package static let imported = APISchema(
        "Import",
        Shape.object(
            [
                "file": Shape.text, "loaded": Shape.yesOrNo, "rows": Shape.whole, "registered": Shape.whole,
                "corrected": Shape.whole, "unchanged": Shape.whole, "keptOut": Shape.whole,
                "findings": Shape.list(finding),
                "new": Shape.said(Shape.list(Shape.text), "Of a trial, the references of shares that would be new"),
                "changes": Shape.list(
                    Shape.object(["share": Shape.text, "field": Shape.text, "from": Shape.text, "to": Shape.text])),
            ], optional: ["new", "changes"]))

    static let newTemplate = APISchema(
        "NewTemplate",
        Shape.object(
            [
                "share": Shape.text, "template": Shape.said(Shape.text, "Which is filled; what is sent where none is"),
                "name": Shape.said(Shape.text, "The name of the file in whose place the text is tried"),
                "text": Shape.text, "clause": Shape.said(Shape.yesOrNo, "Whether the text is a clause"),
            ], optional: ["template", "name", "text", "clause"]))

    package static let triedTemplate = APISchema(
        "TriedTemplate",
        Shape.object([
            "sound": Shape.yesOrNo, "findings": Shape.list(finding), "missing": Shape.list(Shape.text),
        ]))

    static let newWorkflow = APISchema("NewWorkflow", Shape.object(["name": Shape.text, "text": Shape.text]))

    package static let triedWorkflow = APISchema(
        "TriedWorkflow",
        Shape.object(
            [
                "sound": Shape.yesOrNo, "faults": Shape.list(Shape.text), "configurations": Shape.whole,
                "wouldMove": Shape.whole,
                "wouldStay": Shape.list(
                    Shape.object(["reference": Shape.text, "reasons": Shape.list(reason)])),
            ], optional: ["configurations", "wouldMove", "wouldStay"]))
}

extension ImportReport {
    fileprivate var json: JSONValue {
        let changes = corrections.flatMap { one in
            one.lines(contacts: "kept apart").map { what, from, to -> JSONValue in
                [
                    "share": .string(one.reference.rawValue), "field": .string(what), "from": .string(from),
                    "to": .string(to),
                ]
            }
        }
        return .known([
            "file": .string(file), "loaded": .bool(!isDryRun), "rows": .number(rows),
            "registered": .number(registered), "corrected": .number(corrected), "unchanged": .number(unchanged),
            "keptOut": .number(rejected.count), "findings": .array(findings.all.map(\.json)),
            "new": isDryRun ? .texts(additions.map(\.reference.rawValue)) : nil,
            "changes": isDryRun ? .array(changes) : nil,
        ])
    }
}
