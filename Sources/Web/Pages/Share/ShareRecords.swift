import Casework
import Shares
import Workflows

/// What was recorded on the way: the assessment, sign-offs, conditions, signatures, reviews, and the end.
struct ShareRecords: Component {
    let share: Share
    let signOffs: SignOffAccount
    /// What commands are called.
    let definitions: CheckedDefinitions
    /// The questions of the assessment, with what was answered.
    let questions: [AnsweredQuestion]
    /// The questions that reviews ask.
    let reviewQuestions: [Question]
    /// Whether how the department came to it is seen as well.
    let isWithin: Bool
    /// The day on which conditions are overdue or not.
    let today: Day
    let names: PersonNames

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "records")) {
            tag(.h2, .id("records")) { "Records" }
            if isWithin {
                tag(.h3) { "Data protection impact assessment" }
                AssessmentRecord(share: share, names: names)
                AssessmentDetails(share: share, questions: questions)
                ShareSignOffs(account: signOffs, names: names)
                if !share.approval.conditions.isEmpty { conditions }
            }
            tag(.h3) { "Signatures" }
            agreements
            signatures
            if isWithin {
                tag(.h3) { "Reviews" }
                reviews
            }
            if !retirement.isEmpty {
                tag(.h3) { "Retirement" }
                retirement.reduce(into: SummaryList()) { list, item in list.add(item.0.inShort) { HTML(shown: item.1) }
                }
            }
        }
    }

    private var conditions: HTML {
        tag(.h3) { "Conditions" }
            + table("conditions", "What has to be done", ["Condition", "Owner", "Due", "Set by", "Standing"]) {
                share.approval.conditions.map {
                    [
                        HTML(shown: "\($0.number). \($0.text)"), HTML(shown: names.words(PersonID($0.owner))),
                        HTML(day: $0.due, missing: "No day set"),
                        HTML(shown: names.words($0.setBy) + ($0.setAs.map { " as \($0.noun)" } ?? "")),
                        HTML(shown: $0.standing(on: today).capitalisedFirst),
                    ]
                }
            }
    }

    @HTMLBuilder private var agreements: HTML {
        if !share.approval.agreements.isEmpty {
            table(
                "agreements", "Texts that were frozen for signature",
                ["Agreement", "Terms", "Frozen on", "By", "Risk as it stood", "SHA-256 of the terms"]
            ) {
                share.approval.agreements.map {
                    [
                        HTML(text: "Agreement \($0.number)" + ($0.isVoid == true ? ", given up" : "")),
                        HTML(text: "Version \($0.termsVersion) of the terms"), HTML(day: $0.preparedAt.day),
                        HTML(shown: names.words($0.preparedBy)),
                        HTML(
                            shown: $0.frozen.map {
                                "\($0.tier.rawValue.capitalisedFirst): \($0.riskReasons.joined(separator: " "))"
                            } ?? "Not recorded then"),
                        HTML(shown: $0.frozen?.termsDigest ?? "Not recorded then"),
                    ]
                }
            }
        }
    }

    @HTMLBuilder private var signatures: HTML {
        if share.approval.signatures.isEmpty {
            tag(.p) { "No signature is recorded." }
        } else {
            table(
                "signatures", "Who signed for which party",
                ["Party", "Signatory", "Capacity", "Signed on", "Agreement", "Evidence", "Recorded by"]
            ) {
                share.approval.signatures.map {
                    [
                        HTML(shown: $0.party), HTML(shown: $0.signatory), HTML(shown: $0.capacity ?? ""),
                        HTML(day: $0.signedOn), HTML(text: "Agreement \($0.agreement)"), HTML(shown: $0.evidence ?? ""),
                        HTML(shown: names.words($0.recordedBy)),
                    ]
                }
            }
        }
    }

    @HTMLBuilder private var reviews: HTML {
        if share.reviews.isEmpty {
            tag(.p) { "No review is recorded." }
        } else {
            table(
                "reviews", "Reviews held",
                ["Day", "Reviewer", "Outcome", "Reason", "Next review", "Answers and contributions"]
            ) {
                share.reviews.map {
                    [
                        HTML(day: $0.at.day), HTML(shown: names.words($0.by)), HTML(shown: outcome($0)),
                        HTML(shown: $0.reason ?? "None given"), HTML(day: $0.nextReview, missing: "None set"),
                        found($0),
                    ]
                }
            }
        }
    }

    /// What was answered and said in a review.
    @HTMLBuilder private func found(_ review: ReviewRecord) -> HTML {
        let answered = reviewQuestions.filter { review.questions[$0.id] != nil }
        if let answers = review.answers { tag(.p) { HTML(shown: answers) } }
        if !answered.isEmpty {
            tag(.ul) {
                for question in answered {
                    if let answer = review.questions[question.id] {
                        tag(.li) {
                            HTML(shown: "\(question.id) \(question.text) \(answer.text) (\(names.words(answer.by)))")
                        }
                    }
                }
            }
        }
        if !review.notes.isEmpty { ReviewNotes(notes: review.notes, names: names) }
        if review.answers == nil, answered.isEmpty, review.notes.isEmpty {
            tag(.span, .class("missing")) { "None recorded" }
        }
    }

    /// What the command is called that ended the review.
    private func outcome(_ review: ReviewRecord) -> String {
        let command = CommandName(rawValue: review.outcome)
        return definitions[.review].definition.transitions.first { $0.command == command }?.title
            ?? review.outcome.replacing("-", with: " ").capitalisedFirst
    }

    private var retirement: [(String, String)] {
        let record = share.retirement
        var lines: [(String, String)] = []
        if let reason = isWithin ? record.reason : record.notice?.reason { lines.append(("Reason", reason)) }
        if let successor = record.successor { lines.append(("Taken over by", successor.rawValue)) }
        if let notice = record.notice {
            let quoted = notice.reference.map { ", reference \($0)" } ?? ""
            lines.append(
                ("Notice takes effect on", notice.on.inWords + (notice.evidence.map { ": \($0)" } ?? "") + quoted))
        }
        if let stop = record.stop { lines.append(("Transfer stopped", "\(stop.on.inWords): \(stop.evidence)")) }
        for certificate in record.certificates {
            let recorded =
                certificate.by.map { ", recorded by \(names.words($0)) on \(certificate.at.day.inWords)" } ?? ""
            lines.append(
                (
                    "Deleted or returned by \(certificate.party)",
                    "\(certificate.method) (\(certificate.evidence))\(recorded)"
                ))
        }
        for copies in record.retained {
            lines.append(("Kept by \(copies.party)", "\(copies.what), because: \(copies.reason)"))
        }
        if let ended = record.endedOn { lines.append(("Ended on", ended.inWords)) }
        return lines
    }

    private func table(_ id: String, _ caption: String, _ columns: [String], rows: () -> [[HTML]]) -> HTML {
        var table = DataTable(id: id + "-table", caption: caption, columns: columns.map { DataTable.Column($0) })
        for row in rows() { table.add(row) }
        return table.html
    }
}
