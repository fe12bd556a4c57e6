import Workflows

extension WorkflowVocabulary {
    /// The names that the master definitions may use, kept here apart from the host so that a test of the format needs
    /// no host.
    static let master = WorkflowVocabulary(
        roles: [
            "requester", "data-owner", "data-steward", "dpo", "legal", "security", "siro", "board", "hub", "partner",
            "auditor",
            "system",
        ],
        needs: [
            "summary-complete", "legal-basis-stated", "special-category-condition-stated", "retention-stated",
            "security-stated", "terms-consistent", "data-owner-appointed", "review-date-set", "terms-changed",
            "screening-recorded",
            "screening-requires-dpia", "screening-excuses-dpia", "assessment-complete", "assessment-questions-answered",
            "dpo-advice-recorded",
            "residual-risk-acceptable", "residual-risk-high", "ico-answer-recorded", "required-sign-offs",
            "agreement-prepared", "signed-by-all-parties", "conditions-met", "suspending-condition-overdue",
            "start-date-reached", "end-date-passed",
            "end-date-ahead", "review-questions-answered", "notice-given", "transfer-stopped", "deletion-certified",
            "retained-copies-justified", "similar-shares-answered", "assessment-actions-met", "assessment-untouched",
            "leading-assessment-covers",
            "leading-assessment-stands", "survivor-carries-all",
        ],
        evidence: [
            "reason", "capacity", "outcome", "advice", "advice-accepted", "likelihood", "severity", "measures",
            "signatory",
            "party", "signed-on", "condition", "owner", "requester", "due", "timing", "if-overdue", "next-review",
            "effective", "reference",
            "evidence",
            "answers", "criteria", "successor", "method", "retained", "risk", "effect", "leading", "similar",
            "residual-likelihood",
            "residual-severity", "set-aside", "field-values",
        ],
        records: [
            "terms", "screening", "assessment", "dpo-advice", "risk-decision", "ico-answer", "existing-dpia",
            "sign-off", "partner-sign-off", "sign-off-withdrawn", "condition", "condition-waived",
            "condition-met", "agreement-text", "signature", "in-force", "appointment", "requester", "review",
            "next-review",
            "notice",
            "stopped", "deletion-certificate", "retained-copies", "begun-amendment", "abandoned-amendment", "ended",
            "risk",
            "measure", "dropped-risk", "action-done", "ico-consultation", "ico-extension", "ico-wait", "ico-wait-over",
            "reliance", "earlier-assessment", "answers", "similar-answer",
        ],
        dates: ["entered", "start-date", "end-date", "review-date", "suspending-condition-due", "ico-answer-due"],
        entries: [
            "proposed", "pending-dpia", "pending-approval", "live", "suspended", "expired", "closed", "withdrawn",
            "refused",
        ])
}
