import Casework
import Shares

/// Where somebody says who they are: through the department's provider where there is one, by a password where those are
/// taken.
struct SignInPage {
    static let lostField = "lost"

    var next: NextPage?
    /// Whether a form was sent whose session had ended.
    var hasLostForm = false
    var id = ""
    var problem: String?
    /// Nobody has a password yet: whoever set the installation up has to give the first.
    var isSetUp = true
    /// What the sign-in provider is called; nil where there is none.
    var provider: String?
    var takesPasswords = true

    var html: HTML {
        PageFrame(title: "Sign in", topic: .signIn, hasErrors: problem != nil).document {
            if let problem {
                ErrorSummary(problems: [FormProblem(field: takesPasswords ? "id" : nil, message: problem)])
            }
            if hasLostForm { lost }
            tag(.h1) { "Sign in" }
            if let provider {
                tag(.p) {
                    tag(.a, .class("button"), .href(Link(.openIDBegin(next: next)))) { "Sign in with \(provider)" }
                }
            }
            if !isSetUp {
                tag(.p) {
                    "Nobody can sign in yet. At the machine itself, give somebody a password: "
                    tag(.code) { "concordat people password ID" }
                }
            }
            if takesPasswords {
                if provider != nil { tag(.h2) { "With an id and password" } }
                form
            }
        }
    }

    private var lost: HTML {
        tag(.div, .class("error-summary"), .with(.role, "alert"), .with(.ariaLabelledBy, "lost")) {
            tag(.h2, .id("lost")) { "Your session has ended: nothing was saved" }
            tag(.p) {
                "What you sent was not taken, because you were no longer signed in."
                if next != nil { " Sign in, and you are back at the form." }
            }
        }
    }

    private var form: HTML {
        tag(.form, .with(.method, "post"), .action(Link(.signIn(next: next)))) {
            FormField(
                name: "id", label: "Your id", value: id,
                control: .line(type: "text", autocomplete: "username"), problems: problem.map { [$0] } ?? [])
            FormField(
                name: "password", label: "Password",
                control: .line(type: "password", autocomplete: "current-password"))
            tag(.button, .with(.type, "submit")) { "Sign in" }
        }
    }

    /// What somebody is told who sends a password where none is taken.
    static func noPasswords(provider: String) -> String {
        "Passwords are not taken here: sign in with \(provider)."
    }

    /// What somebody is told who was not let in.
    static func words(for refusal: SignInRefusal) -> String {
        switch refusal {
        case .wrong: "The id or the password is not correct. After five attempts you have to wait."
        case .wait(let until, _):
            "There were too many attempts from where you are. Try again after \(until.description.dropFirst(11).prefix(5)) UTC."
        }
    }
}
