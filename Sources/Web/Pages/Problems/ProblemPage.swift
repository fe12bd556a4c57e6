import Casework
import Shares

/// Why a page is not what was asked for, and what to do about it.
struct ProblemPage {
    var title: String
    var sentences: [String]

    static let notFound = ProblemPage(
        title: "Page not found",
        sentences: [
            "If you typed the address, check that it is correct.",
            "If you pasted the address, check that you copied the whole of it.",
        ])

    static func noSuchShare(_ reference: ShareReference) -> ProblemPage {
        ProblemPage(
            title: "Share not found",
            sentences: [
                "There is no share with the reference “\(reference.rawValue.shortened(to: 100))”.",
                "Check the reference, or look for the share by its title or its parties in the register.",
            ])
    }

    /// What was asked for is not for whoever asked.
    static func refused(_ refusal: Refusal) -> ProblemPage {
        ProblemPage(title: "This is not for you to see", sentences: refusal.reasons.map(\.says))
    }

    static func tooLarge(_ pack: EvidenceTooLarge) -> ProblemPage {
        ProblemPage(
            title: "The evidence is too large to be sent",
            sentences: [
                "The record has \(Words.number(pack.events)) events; up to \(Words.number(EvidenceTooLarge.most)) are sent at once.",
                "Let whoever runs Concordat write the evidence as a folder, with “concordat audit pack”.",
            ])
    }

    static func badRequest(_ sentence: String) -> ProblemPage {
        ProblemPage(
            title: "The address cannot be understood",
            sentences: [sentence, "Go back and follow a link of these pages instead."])
    }

    static func wrong(_ address: WrongAddress) -> ProblemPage {
        switch address {
        case .notUnderstood(let sentence): badRequest(sentence)
        case .notThere(let sentence):
            ProblemPage(
                title: "This is not here", sentences: [sentence, "Go back and follow a link of these pages instead."])
        }
    }

    static func noManifest(_ sentence: String) -> ProblemPage {
        ProblemPage(
            title: "The manifest cannot be taken",
            sentences: [sentence, "Go back to the manifests of the share and follow a link there."])
    }

    static let tooManySignIns = ProblemPage(
        title: "Too many people are signing in",
        sentences: ["Wait some seconds, then try again. Whoever has signed in already is not affected."])

    static let methodNotAllowed = ProblemPage(
        title: "This cannot be done here",
        sentences: ["Go back and use the links and forms of these pages."])

    static func refusedForm(_ refused: RefusedForm) -> ProblemPage {
        let why =
            switch refused {
            case .notAForm: "What was sent is not a form of these pages."
            case .tooLong(let most): "What was sent is longer than \(Words.size(most))."
            case .tooSlow: "What was sent took too long to come."
            case .fromElsewhere: "The form is of a session that has ended, or of another site."
            }
        return ProblemPage(
            title: "The form was not taken",
            sentences: [why, "Nothing was changed. Go back, load the page again and send it anew."])
    }

    static let noSuchAction = ProblemPage(
        title: "This is not possible now",
        sentences: [
            "The share does not stand where this can be done: somebody may have gone on with it meanwhile.",
            "Nothing was changed. Look at the share again.",
        ])

    static let noSuchCommand = ProblemPage(
        title: "Page not found",
        sentences: [
            "No workflow of this share has such a command.",
            "Nothing was changed. Look at what the share’s page offers.",
        ])

    static let noSuchGroup = ProblemPage(
        title: "Group not found",
        sentences: [
            "No such group of redundant shares is to be decided on.",
            "Its shares may have changed, or somebody may have decided about them: look at the groups again.",
        ])

    static let fault = ProblemPage(
        title: "Sorry, there is a problem with the service",
        sentences: [
            "Nothing was changed. Try again later.",
            "If it happens again, tell the people who run Concordat when it happened and what you were looking at.",
        ])

    var html: HTML {
        PageFrame(title: title, breadcrumbs: [("Portfolio", .home)]).document {
            tag(.h1) { title }
            for sentence in sentences { tag(.p) { sentence } }
            tag(.ul) {
                tag(.li) { tag(.a, .href(Link(.home))) { "Go to the portfolio" } }
                tag(.li) { tag(.a, .href(Link(.register(RegisterQuery())))) { "Search the register" } }
            }
        }
    }
}
