import Casework
import Hummingbird
import Logging
import Shares

/// The one place where what went wrong becomes a page: the person reads what to do, the log what happened.
struct PlainProblems: RouterMiddleware {
    let logger: Logger

    @concurrent func handle(
        _ request: Request, context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch  where request.uri.path.hasPrefix(APIRoute.prefix) {
            let problem = APIProblem(for: error)
            if problem == nil { log(error, context) }
            return (problem ?? APIProblem(.internalServerError)).answer.response
        } catch let missing as NoSuchShare {
            return Answer(ProblemPage.noSuchShare(missing.reference).html, status: .notFound).response
        } catch is NoSuchGroup {
            return Answer(ProblemPage.noSuchGroup.html, status: .notFound).response
        } catch is NoSuchAction {
            return Answer(ProblemPage.noSuchAction.html, status: .conflict).response
        } catch is NoSuchCommand {
            return Answer(ProblemPage.noSuchCommand.html, status: .notFound).response
        } catch let wrong as WrongAddress {
            return Answer(ProblemPage.wrong(wrong).html, status: wrong.status).response
        } catch let refusal as Refusal where Set(refusal.reasons.map(\.rule)).isSubset(of: APIProblem.nothingThere) {
            let wrong = WrongAddress.notThere(refusal.reasons.map(\.asPagesSay).joined(separator: " "))
            return Answer(ProblemPage.wrong(wrong).html, status: wrong.status).response
        } catch let refusal as Refusal {
            return Answer(ProblemPage.refused(refusal).html, status: .forbidden).response
        } catch let refused as RefusedForm {
            return Answer(ProblemPage.refusedForm(refused).html, status: refused.status).response
        } catch is TooManySignIns {
            var answer = Answer(ProblemPage.tooManySignIns.html, status: .serviceUnavailable)
            answer.retryAfter = 10
            return answer.response
        } catch is UnreadableAddress {
            return Answer(
                ProblemPage.badRequest("The address is not complete: an escape such as %20 is broken.").html,
                status: .badRequest
            ).response
        } catch let error as HTTPError where error.status == .notFound {
            return Answer(ProblemPage.notFound.html, status: .notFound).response
        } catch {
            log(error, context)
            return Answer(ProblemPage.fault.html, status: .internalServerError).response
        }
    }

    private func log(_ error: any Error, _ context: PageContext) {
        logger.error("A page failed", metadata: ["route": "\(context.endpointPath ?? "")", "error": "\(error)"])
    }
}

extension RefusedForm {
    var status: HTTPResponse.Status {
        switch self {
        case .notAForm: .badRequest
        case .tooLong: .contentTooLarge
        case .tooSlow: .requestTimeout
        case .fromElsewhere: .forbidden
        }
    }
}

/// An address of a page that asks for something that is not there, or that cannot be asked for.
enum WrongAddress: Error {
    case notThere(String)
    case notUnderstood(String)

    static func noPerson(_ id: String) -> WrongAddress {
        .notThere("There is no person “\(id.shortened(to: 80))”.")
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notThere: .notFound
        case .notUnderstood: .badRequest
        }
    }
}

/// A path that is not percent-encoded UTF-8.
struct UnreadableAddress: Error {}
