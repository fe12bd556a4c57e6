import Documents
import Shares

extension DocumentTemplates {
    /// The template of the agreement that the terms ask for; the data sharing agreement where they ask for none of ours.
    func agreement(of terms: Shares.Terms) -> String {
        // Ours is the schedule to the contract, which the parties make themselves.
        let wanted =
            terms.agreementForm == "processor-contract" ? "processor-contract-schedule" : terms.agreementForm
        return has(wanted) ? wanted : "data-sharing-agreement"
    }
}
