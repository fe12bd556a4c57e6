import Documents
import Shares

extension DocumentTemplates {
    /// The template of the agreement that the terms ask for; the data sharing agreement where they ask for none of ours.
    func agreement(of terms: Shares.Terms) -> String {
        terms.agreementType?.term.flatMap { names.contains($0) ? $0 : nil } ?? "data-sharing-agreement"
    }
}
