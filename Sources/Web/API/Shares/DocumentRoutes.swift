import Casework
import Hummingbird
import JSONValues
import Shares

/// The documents of a share, and its agreements as they were frozen: that one was read is recorded.
extension APIRoute {
    static let documents = APIRoute(
        .get, "shares/{reference}/documents", "listDocuments",
        "The documents of a share that you may take, and its agreements as they were frozen", scopes: [.readShares],
        parameters: [.reference], answer: .json(.documents), refusals: [.noShare],
        .does { call in
            let share = try call.office.show(call.share(), to: call.person).share
            let documents = try call.office.documents(for: call.person, of: share.reference)
            return Answer(json: [
                "documents": .array(documents.map(\.json)),
                "agreements": .array(
                    share.approval.agreements.filter { $0.frozen?.text != nil }.map { agreement in
                        [
                            "number": .number(agreement.number),
                            "frozen": .string(agreement.preparedAt.day.description),
                            "givenUp": .bool(agreement.isVoid == true),
                            "digest": .string(agreement.frozen?.text?.digest ?? ""),
                        ]
                    }),
            ])
        })

    static let document = APIRoute(
        .get, "shares/{reference}/documents/{name}", "getDocument",
        "A document of a share, made from what is recorded now; that it was read is recorded", scopes: [.readShares],
        parameters: [.reference, .documentName, .documentForm],
        answer: .files(NativeFormat.allCases.map(\.mediaType)),
        refusals: [
            APIRefusal(404, "There is no such share or document, or it is not for you"),
            APIRefusal(422, "The document cannot be made of this share"),
        ],
        .does { call in
            let reference = try call.share()
            let format = NativeFormat(rawValue: call.text(.documentForm) ?? "") ?? .html
            let made = try call.office.document(
                of: reference, template: call.segment(.documentName), format: format, for: call.person)
            return Answer(
                contentType: format.mediaType, bytes: made.document.bytes,
                fileName: "\(reference.fileName)-\(made.name).\(format.rawValue)")
        })

    static let agreement = APIRoute(
        .get, "shares/{reference}/agreements/{number}", "getAgreement",
        "An agreement as it was frozen for signature, byte for byte; that it was read is recorded",
        scopes: [.readShares], parameters: [.reference, .number], answer: .files(["text/html; charset=utf-8"]),
        refusals: [APIRefusal(404, "There is no such share, or no text of such an agreement")],
        .does { call in
            let reference = try call.share()
            let number = try call.number()
            let bytes = try call.office.frozenText(of: reference, agreement: number, for: call.person)
            return Answer(
                contentType: "text/html; charset=utf-8", bytes: bytes,
                fileName: "\(reference.fileName)-agreement-\(number).html")
        })
}

extension APIParameter {
    static let documentName = APIParameter(
        name: "name", place: "path", says: "The name of the document, as they are listed", isRequired: true)
    static let documentForm = APIParameter(
        name: "form", place: "query", says: "HTML where none is given",
        schema: Shape.oneOf(NativeFormat.allCases.map(\.rawValue)))
}

extension APISchema {
    package static let documents = APISchema(
        "Documents",
        Shape.object([
            "documents": Shape.list(
                Shape.object([
                    "name": Shape.text, "title": Shape.text, "version": Shape.text, "digest": Shape.text,
                ])),
            "agreements": Shape.list(
                Shape.object([
                    "number": Shape.whole, "frozen": Shape.day, "givenUp": Shape.yesOrNo,
                    "digest": Shape.said(Shape.text, "SHA-256 of the text, in hexadecimal"),
                ])),
        ]))
}

extension TemplateLine {
    var json: JSONValue {
        [
            "name": .string(name), "title": .string(title), "version": .string(version), "digest": .string(digest),
        ]
    }
}
