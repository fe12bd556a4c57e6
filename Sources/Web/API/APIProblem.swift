import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares

/// Why a program is not answered, as problem details (RFC 9457).
struct APIProblem: Error {
    var status: HTTPResponse.Status
    var detail: String?
    var reasons: [Refusal.Reason] = []

    init(_ status: HTTPResponse.Status, _ detail: String? = nil) {
        self.status = status
        self.detail = detail
    }

    /// A refusal: of what has changed meanwhile, of whom it is not for, or of what is wanting.
    init(_ refusal: Refusal) {
        let rules = Set(refusal.reasons.map(\.rule))
        status =
            rules == ["changed-since"]
            ? .preconditionFailed
            : refusal.reasons.allSatisfy { $0.question == .who } ? .forbidden : .unprocessableContent
        reasons = refusal.reasons
    }

    /// Nil for a fault of ours, of which a program is told no more.
    init?(for error: any Error) {
        switch error {
        case let problem as APIProblem: self = problem
        case let refusal as Refusal: self.init(refusal)
        case let missing as NoSuchShare:
            self.init(.notFound, "There is no share with the reference “\(missing.reference)”.")
        case let missing as NoSuchManifest:
            self.init(
                .notFound,
                missing.version.map { "\(missing.reference) has no manifest of version \($0)." }
                    ?? "\(missing.reference) has no manifest: nothing of it is in force yet.")
        case let findings as Findings:
            self.init(.unprocessableContent, findings.all.map(\.message).joined(separator: " "))
        case let fault as BodyFault:
            self.init(
                fault == .tooSlow ? .requestTimeout : .contentTooLarge,
                fault == .tooSlow
                    ? "The body took too long to come." : "The body is longer than \(PostedForm.longestBody) bytes.")
        case is NoSuchAction: self.init(.conflict, "The share’s workflow has no such command where it stands.")
        case let refused as RefusedForm: self.init(refused.status)
        case is UnreadableAddress: self.init(.badRequest, "The address is not complete: an escape is broken.")
        case let error as HTTPError: self.init(error.status)
        default: return nil
        }
    }

    var answer: Answer {
        var members: [String: JSONValue] = [
            "type": "about:blank", "title": .string(status.reasonPhrase), "status": .number(status.code),
        ]
        if let detail { members["detail"] = .string(detail) }
        if !reasons.isEmpty { members["reasons"] = .array(reasons.map(\.json)) }
        var answer = Answer(
            contentType: "application/problem+json", bytes: Array((JSONValue.object(members).pretty() + "\n").utf8))
        answer.status = status
        return answer
    }
}

extension Refusal.Reason {
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "rule": .string(rule), "question": .string(question.rawValue), "says": .string(says),
        ]
        members["field"] = field.map { .string($0) }
        return .object(members)
    }
}
