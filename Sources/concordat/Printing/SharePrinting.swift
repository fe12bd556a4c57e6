import Casework
import Ledger
import Shares
import Workflows

/// A share for people at a terminal.
enum SharePrinting {
    static func print(_ view: ShareView, supersedes: [ShareReference] = [], findings: [Finding] = []) {
        let share = view.share
        heading("\(share.reference): \(share.terms.title)")
        pair("Stage", view.stage.label)
        let risk = share.riskAsApproved
        pair(
            share.approved == nil ? "Risk" : "Risk as approved",
            "\(risk.tier.rawValue): \(risk.reasons.joined(separator: " "))")
        pair("Data owner", owner(of: share))
        pair("Version", "\(share.version)")
        if !findings.isEmpty {
            let errors = findings.count { $0.severity == .error }
            let warnings = findings.count - errors
            pair(
                "Check",
                "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings"): concordat check \(share.reference)"
            )
        }
        heading("Where it stands")
        for standing in view.standing {
            pair(standing.machine.rawValue, "\(standing.title), since \(standing.since.day). \(standing.meaning)")
        }
        for reading in view.clocks { pair("Clock", reading.inWords) }
        heading(share.termsHeading + (share.hasTermsInForce ? " (version \(share.termsVersion))" : ""))
        for field in TermsField.allCases {
            let text = share.terms.text(of: field)
            if !text.isEmpty { pair(field.label, text) }
        }
        for (name, text) in share.terms.beyondFields { pair(name, text) }
        if let amendment = share.amendment {
            heading("Amendment under way")
            changes(share.terms.changes(to: amendment))
        }
        if !share.registerDifferences.isEmpty {
            heading("A later register file says")
            changes(share.registerDifferences)
        }
        if view.stage != .ended || share.approved != nil { print(view.signOffs) }
        if !supersedes.isEmpty { pair("Took over from", supersedes.map(\.rawValue).joined(separator: ", ")) }
        records(of: share, on: view.today)
    }

    /// Each sign-off that is required, why, and whether it is given.
    static func print(_ account: SignOffAccount) {
        heading(account.inForce.isEmpty ? "Sign-offs" : "Sign-offs of the amendment")
        list(account)
        for inForce in account.inForce {
            heading(
                "Sign-offs of the agreement in force" + (inForce.version.map { ", version \($0) of the terms" } ?? ""))
            list(inForce)
        }
    }

    private static func list(_ account: SignOffAccount) {
        pair("Required", account.basis.inWords)
        for line in account.lines {
            let given =
                line.given.isEmpty
                ? "" : "given: \(line.given.map { $0.inWords + account.standing(of: $0) }.joined(separator: "; "))"
            let missing = line.missing.map { "missing: \($0)" } ?? ""
            pair(
                line.required.what.capitalisedFirst,
                [missing, given].filter { !$0.isEmpty }.joined(separator: "; "))
            for reason in line.required.reasons { pair("", "because of \(reason)", indent: 4) }
        }
        for signOff in account.beyond { pair("Beyond what is required", signOff.inWords) }
        for signOff in account.lapsed {
            pair("Counts no more", signOff.inWords + account.standing(of: signOff))
        }
    }

    static func print(_ placed: PlacedEvent) {
        let event = placed.event
        Console.line(
            "\(event.version). \(event.at.day) \(Console.safe(event.actor.rawValue)) (\(event.capacity)) \(Console.safe(event.summary))"
        )
        switch event.happening {
        case .acted(let act):
            for (name, text) in act.evidence.sorted(by: { $0.key < $1.key }) {
                pair(name, text.nonEmpty ?? "(taken back)", indent: 4)
            }
            changes(act.changes)
            for line in act.frozen?.inWords ?? [] { pair(line.heading, line.text, indent: 4) }
        case .corrected(let correction): changes(correction.changes)
        case .relocated(let relocation):
            if let reason = relocation.reason { pair("reason", reason, indent: 4) }
        case .registered: break
        }
    }

    private static func risks(of dpia: DPIARecord) {
        for risk in dpia.risks {
            pair(
                "Risk \(risk.number)",
                "\(risk.text): \(risk.overall.rawValue) (\(risk.likelihood.rawValue) × \(risk.severity.rawValue)), \(risk.residual.rawValue) remains"
            )
            for measure in risk.measures { pair("Measure", "\(measure.text): \(measure.effectInWords)", indent: 4) }
        }
        if !dpia.risks.isEmpty, let residual = dpia.residualRisk { pair("DPIA residual risk", residual.rawValue) }
        for action in dpia.actions {
            let done = action.doneAt.map { "done on \($0.day)" } ?? "due on \(action.due)"
            pair("Action \(action.number)", "\(action.text) (\(action.owner)), \(done)")
        }
        if let reliance = dpia.reliance {
            pair("DPIA taken from", "\(reliance.share): \(reliance.reason) (\(reliance.doneBy))")
        }
        if let consultation = dpia.consultation {
            pair(
                "ICO consulted",
                "\(consultation.reference), on \(consultation.on)"
                    + (consultation.extended.map { "; six weeks more: \($0)" } ?? "")
                    + (consultation.isWaiting ? "; the ICO waits for information" : ""))
        }
    }

    private static func records(of share: Share, on today: Day) {
        if let screening = share.dpia.screening {
            pair(
                "DPIA screening",
                "\(screening.outcome.rawValue) by \(screening.doneBy) on \(screening.at.day): \(screening.reason)")
            if let judgement = screening.judgement { pair("", judgement) }
            if let why = screening.setAside { pair("Triggers set aside", why) }
        }
        risks(of: share.dpia)
        if share.dpia.risks.isEmpty, let assessment = share.dpia.assessment {
            pair(
                "DPIA residual risk",
                "\(assessment.residualRisk.rawValue) (\(assessment.likelihood.rawValue) × \(assessment.severity.rawValue))"
            )
        }
        if let advice = share.dpia.advice {
            pair("DPO's advice", "by \(advice.doneBy) on \(advice.at.day): \(advice.text)")
        }
        if let answer = share.dpia.icoAnswer { pair("ICO's answer", "\(answer.outcome.rawValue): \(answer.answer)") }
        if let decision = share.dpia.decision {
            let advice = decision.adviceAccepted ? "the DPO's advice accepted" : "the DPO's advice overruled"
            pair("DPIA decision", "\(advice) by \(decision.doneBy) on \(decision.at.day) \(decision.reason)")
        }
        for kept in share.dpia.kept { pair("Changed terms, screened", kept.inWords()) }
        for condition in share.approval.conditions {
            pair(
                "Condition \(condition.number)",
                "\(condition.text) (\(condition.owner)), \(condition.standing(on: today))")
        }
        for agreement in share.approval.agreements {
            let digest = agreement.frozen?.termsDigest.map { "; terms SHA-256 \($0)" } ?? ""
            let text = agreement.frozen?.text.map { "; text SHA-256 \($0.digest)" } ?? ""
            let void = agreement.isVoid == true ? "; given up" : ""
            pair(
                "Agreement \(agreement.number)",
                "terms version \(agreement.termsVersion), frozen on \(agreement.preparedAt.day) by \(agreement.preparedBy)\(void)\(digest)\(text)"
            )
        }
        for signature in share.approval.signatures {
            let capacity = signature.capacity.map { ", \($0)" } ?? ""
            let evidence = signature.evidence.map { " (\($0))" } ?? ""
            pair(
                "Signature",
                "agreement \(signature.agreement), \(signature.party): \(signature.signatory)\(capacity), \(signature.signedOn)\(evidence)"
            )
        }
        for review in share.reviews {
            pair("Review", "\(review.at.day): \(review.outcome)" + (review.reason.map { " (\($0))" } ?? ""))
        }
        records(of: share.retirement)
    }

    private static func records(of retirement: RetirementRecord) {
        if let reason = retirement.reason { pair("Retired because", reason) }
        if let successor = retirement.successor { pair("Taken over by", successor.rawValue) }
        if let notice = retirement.notice {
            pair("Notice", "\(notice.on)" + (notice.evidence.map { " (\($0))" } ?? ""))
        }
        if let stop = retirement.stop { pair("Transfer stopped", "\(stop.on) (\(stop.evidence))") }
        for certificate in retirement.certificates {
            let day = certificate.on.map { "\($0), " } ?? ""
            let by = certificate.by.map { ", recorded by \($0) on \(certificate.at.day)" } ?? ""
            pair("Deletion", "\(day)\(certificate.party): \(certificate.method) (\(certificate.evidence))\(by)")
        }
        for copies in retirement.retained { pair("Copies kept", "\(copies.party): \(copies.what), \(copies.reason)") }
    }

    private static func owner(of share: Share) -> String {
        guard let owner = share.owner else { return "nobody named" }
        return owner.person == nil ? "\(owner.name) (named in the register, not appointed)" : owner.name
    }

    private static func changes(_ changes: [TermsChange]) {
        for change in changes {
            pair(change.field.label, change.inWords, indent: 4)
        }
    }

    private static func heading(_ text: String) {
        Console.line("")
        Console.line(Console.safe(text))
        Console.line(String(repeating: "=", count: min(100, text.count)))
    }

    private static func pair(_ name: String, _ value: String, indent: Int = 2) {
        let margin = String(repeating: " ", count: indent)
        let label = name + String(repeating: " ", count: max(1, 34 - name.count))
        Console.line(margin + Console.safe(label) + Console.safe(value))
    }
}
