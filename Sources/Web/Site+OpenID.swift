import Casework
import Hummingbird
import Logging
import OpenID
import Shares

/// Signing in through the department's own sign-in provider (OpenID Connect Core 1.0, section 3.1, with PKCE, RFC 7636).
extension Site {
    /// Two addresses that are looked at by links and redirects alone: no form leads to the provider, so that forms are for this
    /// site only.
    func addOpenID(to router: Router<PageContext>) {
        router.get(RouterPath(Route.Pattern.openIDBegin.rawValue)) { request, _ in
            guard let provider = openID else { return Answer(ProblemPage.notFound.html, status: .notFound).response }
            let next = next(in: request.uri.query ?? "")
            do {
                guard let attempt = OpenIDAttempt(secret: office.surroundings.randomBytes(32), next: next?.path) else {
                    throw SignInTrouble.ended
                }
                let address = try await provider.authorization(for: attempt, at: office.surroundings.now())
                return Answer.redirect(to: address, cookie: attemptCookie.setting(attempt)).response
            } catch let fault as OpenIDFault {
                return trouble(.fault(fault), at: provider, next: next).response
            }
        }
        router.get(RouterPath(Route.Pattern.openID.rawValue)) { request, _ in
            guard let provider = openID else { return Answer(ProblemPage.notFound.html, status: .notFound).response }
            let attempt = attemptCookie.attempt(in: request)
            let next = attempt?.next.flatMap { NextPage($0) }
            var answer: Answer
            do {
                let session = try await session(
                    from: request.uri.query ?? "", of: attempt, at: provider, now: office.surroundings.now(),
                    ending: cookie.token(in: request))
                answer = .redirect(to: next?.path ?? Route.work.path, cookie: cookie.setting(session.token))
            } catch let trouble as SignInTrouble {
                answer = self.trouble(trouble, at: provider, next: next)
            } catch let fault as OpenIDFault {
                answer = trouble(.fault(fault), at: provider, next: next)
            }
            // An attempt is for one answer, whatever it is.
            answer.cookies.append(attemptCookie.clearing)
            return answer.response
        }
    }

    /// The session of whoever the provider's answer proves. Throws `SignInTrouble` or `OpenIDFault`.
    private func session(
        from query: String, of attempt: OpenIDAttempt?, at provider: OpenIDProvider, now: Instant,
        ending former: String?
    ) async throws -> BegunSession {
        guard let attempt else { throw SignInTrouble.ended }
        guard let pairs = [(String, String)](query: query), Set(pairs.map(\.0)).count == pairs.count else {
            throw SignInTrouble.notForThis("The answer has a parameter twice, or cannot be read.")
        }
        let fields = Dictionary(pairs) { first, _ in first }
        guard let state = fields["state"], attempt.isState(state) else {
            throw SignInTrouble.notForThis("“state” is not that of this browser's attempt.")
        }
        guard try await provider.isFromHere(fields["iss"], at: now) else {
            throw SignInTrouble.notForThis("The answer is from another issuer, or from none.")
        }
        if let code = fields["error"] { throw SignInTrouble.declined(code) }
        guard let code = fields["code"], !code.isEmpty else {
            throw SignInTrouble.notForThis("The answer has neither a code nor an error.")
        }
        let identity = try await provider.identity(code: code, of: attempt, at: now)
        let account = ProvenAccount(identity, named: provider.settings.person.kind)
        do {
            return try await offTheEventLoops { try office.signIn(with: account, ending: former) }
        } catch let refusal as AccountRefusal {
            throw SignInTrouble.account(refusal, subject: account.subject)
        }
    }

    private func trouble(_ trouble: SignInTrouble, at provider: OpenIDProvider, next: NextPage?) -> Answer {
        let reference = office.surroundings.randomBytes(4).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        logger.warning(
            "Signing in through the provider failed",
            metadata: ["reference": "\(reference)", "reason": "\(trouble.logged)"])
        let page = SignInTroublePage(
            trouble: trouble, provider: provider.settings.button, reference: reference, next: next)
        return Answer(page.html, status: trouble.status)
    }
}

extension ProvenAccount {
    init(_ identity: OpenIDIdentity, named kind: OpenIDSettings.PersonClaim.Kind) {
        self.init(
            issuer: identity.issuer, subject: identity.subject,
            name: identity.name.map { kind == .id ? .id($0) : .mail($0) })
    }
}
