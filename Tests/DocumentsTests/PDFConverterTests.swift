import Documents
import Foundation
import Testing

@Suite("PDF through LibreOffice")
struct PDFConverterTests {
    private func odt() throws -> [UInt8] {
        try DocumentTemplates(files: try Files.agreements())
            .fill("data-sharing-agreement", for: try SampleShares.complete()).odt()
    }

    @Test(.enabled(if: PDFConverter.installed() != nil, "LibreOffice is not installed"))
    func aTaggedPDFComesOut() async throws {
        let pdf = try await PDFConverter.pdf(fromODT: try odt())
        #expect(pdf.starts(with: "%PDF-".utf8))
        let text = String(decoding: pdf, as: Unicode.ASCII.self)
        #expect(text.contains("/MarkInfo<</Marked true>>"))
        // PDF/A-2b and PDF/UA as they declare themselves, with what they ask for: colours, language, a title that is shown.
        for mark in [
            "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>", "pdfuaid:part",
            "/S/GTS_PDFA1", "/StructTreeRoot", "/Lang(en-GB)", "/DisplayDocTitle true",
        ] { #expect(text.contains(mark), "\(mark)") }
        #expect(!text.contains("/Encrypt"))
    }

    @Test func aProgramThatHangsIsEndedWithItsChildren() async throws {
        let script = try program("tail -f /dev/null & echo $! > \"$0.child\"; wait\n")
        defer { try? FileManager.default.removeItem(at: script.deletingLastPathComponent()) }
        await #expect(throws: PDFFault.tookTooLong(.seconds(2))) {
            try await PDFConverter.pdf(fromODT: [], program: script.path, timeLimit: .seconds(2))
        }
        let child = try String(contentsOfFile: script.path + ".child", encoding: .utf8)
        // It has been told to end, and the system does so when it comes round to it.
        let clock = ContinuousClock()
        let end = clock.now + .seconds(30)
        while isRunning(child.dropLast()), clock.now < end { await Task.yield() }
        #expect(!isRunning(child.dropLast()))
    }

    @Test func aProgramThatFailsIsQuoted() async throws {
        let script = try program("echo no such filter; exit 3\n")
        defer { try? FileManager.default.removeItem(at: script.deletingLastPathComponent()) }
        await #expect(throws: PDFFault.failed(status: 3, said: "no such filter\n")) {
            try await PDFConverter.pdf(fromODT: [], program: script.path)
        }
    }

    @Test func whereItIsNotInstalledTheMessageSaysWhatToInstall() {
        #expect(
            PDFFault.notInstalled.description.contains(
                "apt-get install --no-install-recommends libreoffice-writer-nogui"))
    }

    /// Dead and not yet collected counts as ended.
    private func isRunning(_ id: Substring) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return false }
        return !status.contains(") Z ")
    }

    private func program(_ body: String) throws -> URL {
        let file = try Files.temporaryFolder().appendingPathComponent("program")
        // Another process writes it: what this one starts meanwhile would hold it open, and a file that is open is not run.
        let write = ["-c", "printf '%s' \"$1\" >\"$2\" && chmod 700 \"$2\"", "sh", "#!/bin/sh\n\(body)", file.path]
        #expect(try Files.run("/bin/sh", write).status == 0)
        return file
    }
}
