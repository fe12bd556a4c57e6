import Documents
import Interchange
import Shares

extension Office {
    /// Throws `Refusal` where the document would be for everybody and the share is not: a proposal, or a share whose
    /// marking keeps it out of the public registers.
    func requirePublishable(_ share: Share, in template: String, _ templates: DocumentTemplates) throws {
        guard templates.isPublic(template), let reason = share.reasonNotToPublish(under: try reference()) else {
            return
        }
        throw Refusal([
            Refusal.Reason(
                .possible, rule: "not-for-the-public",
                "\(share.reference) is not for the public, as what is published of the register leaves out shares \(reason.rawValue)."
            )
        ])
    }
}
