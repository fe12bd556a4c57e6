import Casework
import Hummingbird
import Shares

/// The documents of a share: the list of them, or one as a file where the query names it.
extension Site {
    func documents(_ place: Place, for visitor: Visitor) throws -> Answer {
        let asked = Dictionary([(String, String)](query: place.query) ?? []) { $1 }
        let reference = try place.share()
        let file = reference.fileName
        if let agreement = asked[DocumentsPage.agreementField] {
            let bytes = try office.frozenText(of: reference, agreement: Int(agreement) ?? 0, for: visitor.person)
            return Answer(
                contentType: "text/html; charset=utf-8", bytes: bytes,
                fileName: "\(file)-agreement-\(Int(agreement) ?? 0).html")
        }
        guard let name = asked[DocumentsPage.nameField] else {
            return Answer(try DocumentsPage.load(from: office, reference, for: visitor).html)
        }
        guard let format = NativeFormat(rawValue: asked[DocumentsPage.formatField] ?? "") else {
            return Answer(ProblemPage.badRequest("A document is to be had as html or odt.").html, status: .badRequest)
        }
        let made = try office.document(of: reference, template: name, format: format, for: visitor.person)
        return Answer(
            contentType: format.mediaType, bytes: made.document.bytes,
            fileName: "\(file)-\(made.name).\(format.rawValue)")
    }
}
