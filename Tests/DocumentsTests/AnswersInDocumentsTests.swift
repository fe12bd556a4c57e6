import Documents
import Foundation
@testable import Shares
import Testing
import Workflows

/// What is answered to the department's questions stands in the documents that ask for it.
@Suite("Answers in documents")
struct AnswersInDocumentsTests {
    private let templates: DocumentTemplates
    /// With the department's own questions.
    private let reference: ReferenceData

    init() throws {
        templates = try DocumentTemplates(files: try Files.agreements())
        var files = try SampleShares.referenceFiles()
        let folder = Files.repository.appendingPathComponent("Templates/questions")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.split(separator: ".").count == 2 {
            files["questions/\(name)"] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        reference = try ReferenceData(files: files)
    }

    private var asked: [Question] { reference.questionSets.values.flatMap { $0.questions(for: nil) } }

    private func subject(_ answers: [String: String]) throws -> DocumentSubject {
        var subject = try SampleShares.complete()
        subject.reference = reference
        for (name, text) in answers {
            subject.share.answers[name] = Answer(
                text: text, by: PersonID("a.owner"), at: SampleShares.moment, version: 2)
        }
        return subject
    }

    /// A field that no question asks for and no field of the terms holds could never be completed.
    @Test func everyFactThatNobodyElseStatesIsAskedForOnce() {
        let terms = Set(TermsField.allCases.map(\.rawValue))
        let wanted = Set(
            DocumentField.allCases.filter { field in field.column.map { !terms.contains($0) } ?? false }.map(\.rawValue)
        )
        #expect(Set(asked.compactMap(\.document)) == wanted)
        #expect(asked.compactMap(\.document).count == wanted.count)
        #expect(asked.allSatisfy { $0.document == nil || $0.field == nil })
    }

    /// Where no assessment is needed, the report says so, by whom, when and why, and asks for nothing.
    @Test func theReportOfAShareThatNeedsNoAssessmentAsksForNothing() throws {
        var subject = try SampleShares.sparse()
        subject.share.terms.classification = try SampleShares.complete().share.terms.classification
        subject.share.dpia.screening = DPIARecord.Screening(
            outcome: .notRequired, criteria: "", reason: "Only totals are shared.", by: PersonID("a.dpo"),
            at: SampleShares.moment)
        let document = try templates.fill("dpia-report", for: subject)
        #expect(document.missing == [])
        let html = String(decoding: document.html(), as: UTF8.self)
        #expect(html.contains("A DPIA is not required. Only totals are shared."))
        #expect(html.contains("a.dpo on \(SampleShares.moment.day.inWords)"))
        #expect(!html.contains("Step 1") && !html.contains("not ready for signature"))
    }

    @Test func theAssessmentReportShowsWhatWasAnswered() throws {
        let names = [
            "1.1", "1.2", "2.1", "2.2", "2.3", "2.5a", "2.8", "2.9", "2.9a", "2.10", "2.11", "2.12", "2.13", "2.15",
            "3.1", "3.2", "3.3", "4.2a", "4.3", "4.4", "4.7", "7.1", "7.2", "7.3",
        ]
        let answers = Dictionary(uniqueKeysWithValues: names.map { ("assessment/\($0)", "Answer to \($0).") })
        let document = try templates.fill("dpia-report", for: try subject(answers))
        let html = String(decoding: document.html(), as: UTF8.self)
        for answer in answers.values { #expect(html.contains(">\(answer)<"), "\(answer)") }
        // Beside them only what the machine itself records.
        #expect(
            document.missing == [
                "the risk", "the likelihood", "the severity", "the overall risk", "who approved the measures",
                "who approved the residual risks",
                "the date of that approval", "the residual risk", "who gave the DPO's advice",
                "the date of the DPO's advice",
                "the DPO's advice", "the decision on the DPO's advice",
            ])
    }

    /// What a delegate did is told with the capacity and for whom.
    @Test func theAssessmentReportSaysForWhomADelegateAdvisedAndDecided() throws {
        var subject = try subject([:])
        let (deputy, moment) = (PersonID("a.deputy"), SampleShares.moment)
        subject.share.dpia.screening?.onBehalfOf = PersonID("a.lead")
        subject.share.dpia.screening?.role = "dpo"
        subject.share.dpia.advice = DPIARecord.Advice(
            text: "Encrypt it.", by: deputy, role: "dpo", onBehalfOf: PersonID("a.dpo"), at: moment)
        subject.share.dpia.decision = DPIARecord.Decision(
            adviceAccepted: true, reason: "Agreed.", by: deputy, role: "siro", onBehalfOf: PersonID("a.siro"),
            at: moment)
        let html = String(decoding: try templates.fill("dpia-report", for: subject).html(), as: UTF8.self)
        #expect(html.contains("a.dpo as DPO for a.lead on \(moment.day.inWords)"))
        #expect(html.contains("a.deputy as DPO for a.dpo"))
        #expect(html.contains("a.deputy as SIRO for a.siro"))
    }

    @Test func theRequestShowsWhenTheDataIsNeededAndWhatElseWasAnswered() throws {
        let html = String(
            decoding: try templates.fill(
                "data-sharing-agreement",
                for: try subject(["proposal/1.9": "2026-05-01", "proposal/1.6": "No, only our organisation"])
            ).html(), as: UTF8.self)
        #expect(html.contains("<th scope=\"row\">Needed by</th><td><span>1 May 2026</span></td>"))
        #expect(
            html.contains(
                "<th scope=\"row\">Will other organisations need access?</th> <td>No, only our organisation</td>"))
    }

    @Test func theReviewRecordIsMadeFromWhatWasAskedAndAnsweredInTheReviewHeldLast() throws {
        var subject = try subject([:])
        subject.people = [
            PersonID("a.owner"): "Ada Owner", PersonID("a.dpo"): "Dee Pio", PersonID("leeds"): "Lee Dee",
        ]
        subject.outcomes = ["continue": "Continue as it is"]
        func answer(_ text: String, by person: String) -> Answer {
            Answer(text: text, by: PersonID(person), at: SampleShares.moment, version: 1)
        }
        func held(_ questions: [String: Answer]) -> ReviewRecord {
            ReviewRecord(
                at: SampleShares.moment, by: PersonID("a.owner"), outcome: "continue", answers: nil, nextReview: nil,
                reason: "The gateway is renewed", questions: questions,
                notes: [
                    ReviewNote(
                        by: PersonID("leeds"), at: SampleShares.moment, role: "partner", text: "The law has changed")
                ])
        }
        subject.share.reviews = [
            held(["3": answer("Answered in the review before", by: "a.owner")]),
            held(["1": answer("No", by: "a.dpo"), "8": answer("None", by: "a.owner")]),
        ]
        let html = String(decoding: try templates.fill("review-record", for: subject).html(), as: UTF8.self)
        #expect(
            html.contains(
                "Is the sharing still needed, and does it achieve its aims?</th> <td>No</td> <td>Dee Pio</td>"))
        #expect(html.contains("<td>None</td> <td>Ada Owner</td>"))
        #expect(!html.contains("Answered in the review before"))
        #expect(html.contains("<td>Continue as it is</td> <td><span>The gateway is renewed</span></td>"))
        #expect(html.contains("The law has changed</th> <td>Lee Dee (Partner)</td>"))
        #expect(!html.contains("Could the aims be reached with less data"))
    }
}
