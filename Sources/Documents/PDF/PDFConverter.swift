internal import Foundation

/// Makes a PDF or a DOCX of an OpenDocument text through LibreOffice, where it is installed.
///
/// The PDF declares PDF/A-2b and PDF/UA and is tagged; nothing here validates that.
package enum PDFConverter {
    private static let filter = """
        pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},\
        "UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}
        """

    /// Office Open XML, for those who have to work in Word. The same errors.
    package static func docx(
        fromODT document: [UInt8], program: String? = nil, timeLimit: Duration = .seconds(60)
    ) async throws -> [UInt8] {
        try await convert(document, to: "docx", filter: "docx:MS Word 2007 XML", program, timeLimit)
    }

    /// - Parameters:
    ///   - program: LibreOffice's own; nil to look for it.
    ///   - timeLimit: after which LibreOffice and all that it started is ended.
    /// - Throws: `PDFFault`, or what the disk refused.
    package static func pdf(
        fromODT document: [UInt8], program: String? = nil, timeLimit: Duration = .seconds(60)
    ) async throws -> [UInt8] {
        try await convert(document, to: "pdf", filter: filter, program, timeLimit)
    }

    private static func convert(
        _ document: [UInt8], to ending: String, filter: String, _ program: String?, _ timeLimit: Duration
    ) async throws -> [UInt8] {
        guard let program = program ?? installed() else { throw PDFFault.notInstalled }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("concordat-pdf-" + UUID().uuidString, isDirectory: true)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(document).write(to: folder.appendingPathComponent("document.odt"))

        // A profile of its own: LibreOffice refuses to share one between two that run at once.
        let profile = folder.appendingPathComponent("profile", isDirectory: true).absoluteString
        let run = try ChildProcess(
            program,
            [
                "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nolockcheck", "--convert-to",
                filter,
                "--outdir", folder.path, folder.appendingPathComponent("document.odt").path,
            ],
            output: folder.appendingPathComponent("output.txt").path)
        guard let status = try await run.finish(within: timeLimit) else { throw PDFFault.tookTooLong(timeLimit) }
        // LibreOffice ends well also where it could not read the document.
        guard let made = try? Data(contentsOf: folder.appendingPathComponent("document.\(ending)")), status == 0 else {
            let said = try? Data(contentsOf: folder.appendingPathComponent("output.txt"))
            throw PDFFault.failed(status: status, said: String(decoding: said ?? Data(), as: UTF8.self))
        }
        return Array(made)
    }

    /// Where LibreOffice is; nil where it is not installed.
    package static func installed() -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let usual = [
            "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice", "/snap/bin/libreoffice",
        ]
        let places = folders.flatMap { ["\($0)/soffice", "\($0)/libreoffice"] } + usual
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// Why there is no PDF or DOCX.
package enum PDFFault: Error, Hashable, Sendable, CustomStringConvertible {
    case notInstalled
    case tookTooLong(Duration)
    case failed(status: Int32, said: String)

    package var description: String {
        switch self {
        case .notInstalled:
            """
            PDF and DOCX need LibreOffice, which is not installed. Install it with:
                apt-get install --no-install-recommends libreoffice-writer-nogui
            HTML and ODT need nothing.
            """
        case .tookTooLong(let limit):
            "LibreOffice did not make the document within \(limit.components.seconds) seconds and was ended."
        case .failed(let status, let said):
            "LibreOffice could not make the document (exit \(status))." + (said.isEmpty ? "" : " It said: \(said)")
        }
    }
}
