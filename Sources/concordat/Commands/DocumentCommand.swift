import ArgumentParser
import Casework
import Foundation
import Ledger
import Shares

extension DocumentFormat: ExpressibleByArgument {}

struct DocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document", abstract: "Agreements, assessments, certificates and other documents for a share.",
        discussion: """
            Example: concordat document DWP-DS-00123 --format odt --output agreement.odt
            """,
        subcommands: [Write.self, All.self, Compare.self], defaultSubcommand: Write.self)

    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "document",
            abstract: "Writes an agreement, assessment, certificate or other document for a share.",
            discussion: """
                The documents are listed by “template list”; without --template it is the agreement that the share's terms \
                ask for. What the share does not say yet is marked as to be completed, in its place and on a cover note.

                Example: concordat document DWP-DS-00123 --format odt --output agreement.odt
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The share's reference.") var reference: String
        @Option(help: "The template. [default: the agreement that the share asks for]") var template: String?
        @Option(help: "Write the text of this agreement as it was frozen for signature, byte for byte.")
        var agreement: Int?
        @Option(help: "html or odt; pdf or docx, which need LibreOffice.") var format: DocumentFormat = .html
        @Option(help: "The file to write; - for standard output.") var output: String
        @Flag(help: "Refuse, with every gap named, where anything is still to be completed.") var forSignature = false

        func run() async throws {
            if output != "-" { try OutputFile.check(output, sparing: global.databaseFiles) }
            if let agreement { return try writeFrozen(agreement) }
            let document = try await global.existingOffice().document(
                ShareReference(TermsReader.normalised(reference)), template: template, format: format,
                isForSignature: forSignature)
            if output == "-" {
                Console.write(document.bytes)
            } else {
                try OutputFile.write(document.bytes, to: output)
                Console.line("\(Console.safe(document.title)) is in \(output).")
            }
            if !document.missing.isEmpty {
                Console.message("To be completed: \(document.missing.joined(separator: "; ")).")
            }
            if document.replacedCharacters > 0 {
                Console.message(
                    "\(document.replacedCharacters) characters that no document can hold are shown as U+FFFD.")
            }
        }

        private func writeFrozen(_ number: Int) throws {
            let (text, bytes) = try global.existingOffice().frozenText(
                of: ShareReference(TermsReader.normalised(reference)), agreement: number)
            guard output != "-" else { return Console.write(bytes) }
            try OutputFile.write(bytes, to: output)
            Console.line("The text of agreement \(number) is in \(output): SHA-256 \(text.digest).")
        }
    }

    struct All: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a document for every share of a selection into a folder.",
            discussion: """
                Without --template each share has the agreement that its terms ask for. What is still to be completed is \
                marked in each.

                Example: concordat document all --where stage=live --format html odt --to agreements
                """)

        @OptionGroup var global: GlobalOptions
        @Option(name: .customLong("where"), parsing: .upToNextOption, help: "Conditions, all of which must hold.")
        var conditions: [String] = []
        @Option(help: "The template. [default: the agreement that each share asks for]") var template: String?
        @Option(name: .customLong("format"), parsing: .upToNextOption, help: "html, odt, or both.")
        var formats: [DocumentFormat] = [.html]
        @Option(help: "The folder to write to.") var to: String

        func validate() throws {
            for condition in conditions where ShareFilter(condition) == nil {
                throw ValidationError(
                    "“\(condition)” is not a condition such as stage=live; columns: \(ShareFilter.columns.joined(separator: ", "))."
                )
            }
            guard formats.allSatisfy({ $0 == .html || $0 == .odt }) else {
                throw ValidationError("Many documents at once are written as html and odt.")
            }
        }

        func run() async throws {
            let bar = ProgressBar("Writing documents")
            let written = try await global.existingOffice().exportDocuments(
                where: conditions.compactMap { ShareFilter($0) }, template: template, formats: formats, to: to
            ) { bar.show($0, of: $1) }
            bar.end()
            let open = written.count { !$0.missing.isEmpty }
            let count = written.count { $0.refused.isEmpty }
            for document in written { document.refused.forEach { Console.message($0) } }
            Console.line("\(count) documents are in \(to); \(open) of them have something to be completed.")
            for document in written where document.replacedCharacters > 0 {
                Console.message(
                    "\(document.share): \(document.replacedCharacters) characters that no document can hold are shown as U+FFFD."
                )
            }
        }
    }

    struct Compare: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what differs between a document of two versions of a share.",
            discussion: """
                HTML marks what was put in and taken out; ODT has tracked changes. “history” lists the versions. Without \
                --template it is the agreement that the terms of the newer version ask for.

                Example: concordat document compare DWP-DS-00123 --from 3 --format odt --output changes.odt
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The share's reference.") var reference: String
        @Option(help: "The template. [default: the agreement that the share asks for]") var template: String?
        @Option(help: "The older version of the share.") var from: Int
        @Option(help: "The newer version. [default: as the share is now]") var to: Int?
        @Option(help: "html or odt.") var format: DocumentFormat = .html
        @Option(help: "The file to write; - for standard output.") var output: String

        func run() async throws {
            if output != "-" { try OutputFile.check(output, sparing: global.databaseFiles) }
            let comparison = try global.existingOffice().compareDocuments(
                ShareReference(TermsReader.normalised(reference)), template: template, from: from, to: to,
                format: format)
            if output == "-" { return Console.write(comparison.bytes) }
            try OutputFile.write(comparison.bytes, to: output)
            Console.line(
                "\(Console.safe(comparison.title)) is in \(output): \(comparison.changes) passages differ.")
        }
    }
}

/// A file that a person asked for: complete or absent.
enum OutputFile {
    /// Throws where the file cannot be written, or is one of those that must be spared under whatever name.
    static func check(_ path: String, sparing spared: [String]) throws {
        let manager = FileManager.default
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        for other in spared {
            let isSame = URL(fileURLWithPath: other).resolvingSymlinksInPath().path == target.path
            let isLinked =
                manager.fileExists(atPath: path) && manager.fileExists(atPath: other)
                && identity(of: path) == identity(of: other)
            if isSame || isLinked {
                throw Findings([.error("would-overwrite", at: .whole, "\(path) is in use here: it is not overwritten.")]
                )
            }
        }
        let folder = target.deletingLastPathComponent().path
        guard manager.isWritableFile(atPath: folder) else {
            throw Findings([
                .error(
                    "cannot-write", at: .whole, "\(path) cannot be written: there is no folder \(folder) to write to.")
            ])
        }
    }

    private static func identity(of path: String) -> [Int] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return [attributes?[.systemNumber] as? Int ?? 0, attributes?[.systemFileNumber] as? Int ?? 0]
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            // A device, a pipe or a link is written to; only a file is replaced.
            let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            let isFile = kind == nil || kind == .typeRegular
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: isFile ? .atomic : [])
        } catch {
            throw Findings([
                .error("cannot-write", at: .whole, "\(path) cannot be written: \(error.localizedDescription)")
            ])
        }
    }
}
