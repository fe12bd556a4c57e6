import Casework
import Shares

/// Where somebody says who they are.
struct SignInPage {
    var next: NextPage?
    var id = ""
    var problem: String?
    /// Nobody has a password yet: whoever set the installation up has to give the first.
    var isSetUp = true

    var html: HTML {
        PageFrame(title: "Sign in", topic: .signIn, hasErrors: problem != nil).document {
            if let problem { ErrorSummary(problems: [FormProblem(field: "id", message: problem)]) }
            tag(.h1) { "Sign in" }
            if !isSetUp {
                tag(.p) {
                    "Nobody can sign in yet. At the machine itself, give somebody a password: "
                    tag(.code) { "concordat people password ID" }
                }
            }
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
    }

    /// What somebody is told who was not let in.
    static func words(for refusal: SignInRefusal) -> String {
        switch refusal {
        case .wrong: "The id or the password is not correct. After five attempts you have to wait."
        case .wait(let until):
            "There were too many attempts. Try again after \(until.description.dropFirst(11).prefix(5)) UTC."
        }
    }
}
