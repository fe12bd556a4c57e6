/// What somebody reads who comes back from the provider and is not let in.
struct SignInTroublePage {
    var trouble: SignInTrouble
    /// What the provider is called here.
    var provider: String
    /// By which whoever reads the log finds what happened.
    var reference: String
    var next: NextPage?

    var html: HTML {
        PageFrame(title: "You are not signed in", topic: .signIn).document {
            tag(.h1) { "You are not signed in" }
            for sentence in trouble.sentences(provider: provider) { tag(.p) { sentence } }
            tag(.p) {
                "Reference: "
                tag(.code) { reference }
            }
            tag(.p) { tag(.a, .href(Link(.signIn(next: next)))) { "Sign in again" } }
        }
    }
}
