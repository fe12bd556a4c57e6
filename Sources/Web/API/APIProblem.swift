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
    /// What is wrong with what was sent, each with its place.
    var findings: [Finding] = []
    /// How a program proves who it is (RFC 6750, section 3), where that is what is wanting.
    var challenge: String?

    /// Nobody has signed in, and nothing proves who asks.
    static let signedOut: APIProblem = {
        var problem = APIProblem(.unauthorized, "Sign in, or send an API key.")
        problem.challenge = "Session, Bearer realm=\"concordat\""
        return problem
    }()

    /// What was sent to prove it is good for nothing, or no more.
    static let badToken: APIProblem = {
        var problem = APIProblem(.unauthorized, "The key or token is not good: revoked, ended, or never made.")
        problem.challenge = "Bearer realm=\"concordat\", error=\"invalid_token\""
        return problem
    }()

    static func wanting(_ scope: APIScope) -> APIProblem {
        var problem = APIProblem(.forbidden, "The key has not the scope \(scope.rawValue).")
        problem.challenge = "Bearer realm=\"concordat\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
        return problem
    }

    init(_ status: HTTPResponse.Status, _ detail: String? = nil) {
        self.status = status
        self.detail = detail
    }

    /// The rules that say that what an address names is not there.
    static let nothingThere: Set<String> = [
        "no-document", "unknown-agreement", "text-not-kept", "no-webhook", "no-key", "no-person", "no-delegation",
        "no-version", "no-map-group",
    ]

    /// A refusal: of what has changed meanwhile, of what is not there, of whom it is not for, or of what is wanting.
    init(_ refusal: Refusal) {
        let rules = Set(refusal.reasons.map(\.rule))
        status =
            if rules == [Seen.changedSince] {
                .preconditionFailed
            } else if rules == [Seen.thereAlready] {
                .conflict
            } else if rules.isSubset(of: Self.nothingThere) {
                .notFound
            } else {
                refusal.reasons.allSatisfy { $0.question == .who } ? .forbidden : .unprocessableContent
            }
        reasons = refusal.reasons
        detail = reasons.map(\.says).joined(separator: " ")
    }

    /// Nil for a fault of ours, of which a program is told no more.
    init?(for error: any Error) {
        switch error {
        case let problem as APIProblem: self = problem
        case let refusal as Refusal: self.init(refusal)
        case let missing as NoSuchShare:
            self.init(.notFound, "There is no share with the reference “\(missing.reference)”.")
        case is NoSuchGroup:
            self.init(.notFound, "There is no such group of redundant shares that is to be decided on by you.")
        case let missing as NoSuchManifest:
            self.init(
                .notFound,
                missing.version.map { "\(missing.reference) has no manifest of version \($0)." }
                    ?? "\(missing.reference) has no manifest: nothing of it is in force yet.")
        case let withdrawn as WithdrawnManifest:
            self.init(
                .gone,
                "Your organisation takes no part in \(withdrawn.reference) any more. "
                    + "Version \(withdrawn.last) is the last that it was given, and stays readable.")
        case is SigningStopped:
            self.init(
                .serviceUnavailable,
                "The certificate that manifests are signed with is not good any more. Nothing is signed until the hub has put another in its place."
            )
        case let findings as Findings:
            self.init(.unprocessableContent, findings.all.map(\.message).joined(separator: " "))
            self.findings = findings.all
        case let refused as RefusedImport:
            let errors = refused.report.findings.errors.count
            self.init(
                .unprocessableContent,
                "Nothing was loaded: the file has \(Words.count(errors, "error", "errors")). Mend what the findings name, each at its place, and send it again."
            )
            findings = refused.report.findings.all
        case let large as EvidenceTooLarge:
            self.init(
                .contentTooLarge,
                "The record has \(large.events) events; one file takes \(EvidenceTooLarge.most). Ask for one share, or take it at the machine."
            )
        case BodyFault.tooSlow: self.init(.requestTimeout, "The body took too long to come: send it again, faster.")
        case BodyFault.tooLong(let most):
            self.init(
                .contentTooLarge,
                "The body is longer than \(Words.number(most)) bytes, the most that is taken here: send less at a time."
            )
        case is NoSuchCommand: self.init(.notFound, "The share’s workflow has no such command.")
        case is NoSuchAction: self.init(.conflict, "The share’s workflow has no such command where it stands.")
        case let refused as RefusedForm: self.init(refused.status)
        case is UnreadableAddress:
            self.init(
                .badRequest,
                "The address cannot be read: write what is not a letter or digit as % and two hexadecimal digits for each byte of its UTF-8."
            )
        case let error as HTTPError where error.status == .notFound:
            self.init(.notFound, "There is no such address: \(APIRoute.describe.path) describes all.")
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
        if !findings.isEmpty { members["findings"] = .array(findings.map(\.json)) }
        var answer = Answer(
            contentType: "application/problem+json", bytes: Array((JSONValue.object(members).pretty() + "\n").utf8))
        answer.status = status
        answer.challenge = challenge
        return answer
    }
}

extension Refusal.Reason {
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "rule": .string(rule), "question": .string(question.rawValue), "says": .string(says),
        ]
        // What is wanting of the terms is given in a field of theirs.
        members["field"] = (field ?? wants?.rawValue).map { .string($0) }
        return .object(members)
    }
}

extension Finding {
    var json: JSONValue {
        var at = place.description
        if case .pointer(_, let pointer) = place { at = pointer }
        if case .field(let name) = place { at = name }
        return [
            "rule": .string(rule), "severity": .string(severity.rawValue), "at": .string(at), "says": .string(message),
        ]
    }
}
