import Casework
import Hummingbird
import Interchange
import Shares
import Signatures

/// Where a manifest or bundle is sent to be judged, and a partner says that it has it.
struct VerifyPage {
    static let fileField = "manifest"
    static let signatureField = "signature"
    static let partyField = "party"
    static let evidenceField = "evidence"
    static let stepField = "step"

    enum Step: String {
        case verify, acknowledge
    }

    var visitor: Visitor
    var name = ""
    var verdict: ManifestVerdict?
    /// How far the verdict carries.
    var standing = ManifestStanding.unreliable
    var receipt: Receipt?
    /// By whom and when it was acknowledged before.
    var already: String?
    var values: [String: String] = [:]
    var problems: [FormProblem] = []

    func taken(_ form: PostedForm, by office: Office, under publication: Publication?) async throws -> Answer {
        var page = self
        page.values = form.fields
        guard let file = form.files[Self.fileField] else {
            page.problems = [FormProblem(field: Self.fileField, message: "Choose the file of the manifest or bundle.")]
            return Answer(page.html, status: .unprocessableContent)
        }
        page.name = file.plainName
        let sent = SentManifest(file, jws: form.files[Self.signatureField])
        do {
            let verdict = try await office.verifyManifest(sent, allowing: publication)
            page.verdict = verdict
            page.standing = try office.standing(of: verdict, under: publication)
            if Step(rawValue: form[Self.stepField] ?? "") == .acknowledge {
                page.receipt = try await office.acknowledgeManifest(
                    sent, under: publication, for: form[Self.partyField]?.trimmed.nonEmpty,
                    evidence: form[Self.evidenceField]?.trimmed.nonEmpty, as: visitor.person.id,
                    once: form.once("receipt"))
            }
            return Answer(page.html)
        } catch let refusal as Refusal where refusal.reasons.map(\.rule) == ["acknowledged"] {
            // What is done already is no problem for whoever does it again.
            page.already = refusal.reasons.first?.says
            return Answer(page.html)
        } catch let refusal as Refusal {
            page.problems = refusal.reasons.map { FormProblem($0) }
        } catch let findings as Findings {
            page.problems = findings.errors.map { FormProblem(field: Self.fileField, message: $0.message) }
        }
        return Answer(page.html, status: .unprocessableContent)
    }

    /// Whether the visitor gives receipts at all.
    private var acknowledges: Bool { visitor.person.isPartner || visitor.person.isOfHub }

    var html: HTML {
        PageFrame(
            title: "Verify a manifest", area: .exchange(for: visitor), topic: .manifests,
            breadcrumbs: [("Exchange", .exchange)], hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            if let receipt { acknowledged(receipt) }
            if let already { acknowledged(before: already) }
            if let verdict { said(verdict) }
            tag(.h1) { "Verify a manifest" }
            tag(.p) {
                "What you send is looked at and not kept. It is held against the schema, its digest and its signatures, and those against the authorities that are trusted here: "
                tag(.a, .href(Link(.certificates))) { "the published certificates" }
                "."
            }
            form
        }
    }

    private func acknowledged(_ receipt: Receipt) -> HTML {
        tag(.div, .class("banner"), .with(.role, "status"), .with(.ariaLabelledBy, "receipt")) {
            tag(.h2, .id("receipt")) { "Acknowledged" }
            tag(.p) {
                "Version \(receipt.version) of \(receipt.share) is on record as received. The digest of what you have is "
                tag(.code) { receipt.digest }
                ". It says what was issued here."
            }
        }
    }

    private func acknowledged(before: String) -> HTML {
        tag(.div, .class("banner"), .with(.role, "status"), .with(.ariaLabelledBy, "receipt")) {
            tag(.h2, .id("receipt")) { "Acknowledged already" }
            tag(.p) { "\(before) Nothing more is to be done." }
        }
    }

    private func said(_ verdict: ManifestVerdict) -> HTML {
        // What is said of an unjudged one in a sentence is not said again.
        let said = (standing == .unjudged ? [] : verdict.findings.errors) + verdict.findings.warnings
        let isWrong = standing == .unreliable
        return tag(
            .div, .class(isWrong ? "error-summary" : "banner"), .with(.role, isWrong ? "alert" : "status"),
            .with(.ariaLabelledBy, "verdict")
        ) {
            tag(.h2, .id("verdict")) { heading }
            tag(.p) {
                if let manifest = verdict.manifest {
                    "\(name): version \(manifest.version) of \(manifest.reference), “\(manifest.title.inShort)”, issued by \(manifest.issuer.name) on \(manifest.issued.dayInLondon.inWords)."
                } else {
                    "\(name) cannot be understood."
                }
            }
            if let signer = verdict.signer {
                tag(.p) { "Signed with the certificate \(signer.serial) of \(signer.subject)." }
            }
            if standing == .unjudged {
                tag(.p) {
                    "Its form, its digest and its signature hold. Whose the certificate is was not checked, for these pages are told of no authority: whoever runs them names one with “serve --trust”, or puts it into Templates/trust. Until then check the certificate with what reached you from the department in another way."
                }
            }
            if !said.isEmpty {
                tag(.ul) {
                    for finding in said {
                        tag(.li) {
                            if finding.severity == .warning { "To know: " }
                            finding.message
                            " ("
                            finding.place.description
                            ")"
                        }
                    }
                }
            }
        }
    }

    private var heading: String {
        switch standing {
        case .sound: "It is sound"
        case .unjudged: "It is as it was signed; who signed it is not known here"
        case .unreliable: "It is not to be relied on"
        }
    }

    private var form: HTML {
        tag(.form, .with(.method, "post"), .with(.enctype, "multipart/form-data"), .action(Link(.verify))) {
            FormToken(visitor: visitor)
            FormKey(visitor: visitor)
            FormField(
                name: Self.fileField, label: "Manifest or bundle",
                hint: "A bundle as a zip file, manifest.json or manifest.xml",
                control: .file(accept: ".zip,.json,.xml"),
                problems: problems.filter { $0.field == Self.fileField }.map(\.message))
            FormField(
                name: Self.signatureField, label: "Detached signature",
                hint: "With manifest.json alone: the file manifest.json.jws", control: .file(accept: ".jws"),
                isRequired: false)
            if visitor.person.isOfHub {
                FormField(
                    name: Self.partyField, label: "The party for which you acknowledge it",
                    hint: "By name or abbreviation; only to acknowledge", value: values[Self.partyField] ?? "",
                    isRequired: false)
                FormField(
                    name: Self.evidenceField, label: "How it is known that the party has it",
                    hint: "Where that is filed; only to acknowledge", value: values[Self.evidenceField] ?? "",
                    isRequired: false)
            }
            tag(.div, .class("choices")) {
                step(.verify, "Verify it", isFirst: true)
                if acknowledges { step(.acknowledge, "Verify and acknowledge it", isFirst: false) }
            }
        }
    }

    private func step(_ step: Step, _ label: String, isFirst: Bool) -> HTML {
        tag(
            .button, isFirst ? nil : .class("secondary"), .with(.type, "submit"), .with(.name, Self.stepField),
            .with(.value, step.rawValue)
        ) { label }
    }
}
