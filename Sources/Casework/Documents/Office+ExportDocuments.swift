import Documents
import Foundation
package import Ledger
package import Shares

/// What became of one share when documents were written for many.
package struct WrittenDocument: Sendable {
    package var share: ShareReference
    package var template: String
    /// What the share does not say yet, marked in place as to be completed.
    package var missing: [String]
    /// Characters that no document can hold, shown as U+FFFD.
    package var replacedCharacters: Int
    /// Why nothing was written; empty where it was.
    package var refused: [String] = []
}

extension Office {
    /// Writes a document for every share that meets the conditions, as `REFERENCE.html` and the like: each complete or absent.
    ///
    /// Without a template each share has the agreement that its terms ask for. Throws `Findings` where nothing can be
    /// written there, and says of each share why it was left out where it was refused; the world's faults stop it, and what was written stays.
    package func exportDocuments(
        where filters: [ShareFilter], template: String?, formats: [DocumentFormat], to folder: String,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> [WrittenDocument] {
        let root = URL(fileURLWithPath: folder)
        do { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) } catch {
            throw Findings([
                .error("cannot-write", at: .whole, "\(folder) cannot be made: \(error.localizedDescription)")
            ])
        }
        _ = try documentTemplates.get()
        let references = try ledger.read { try $0.summaries(where: filters).map(\.reference) }
        let workers = max(1, min(references.count, ProcessInfo.processInfo.activeProcessorCount))
        return try await withThrowingTaskGroup(of: WrittenDocument.self) { group in
            var written: [WrittenDocument] = []
            for (index, reference) in references.enumerated() {
                if index >= workers, let one = try await group.next() { written.append(one) }
                progress(written.count, references.count)
                group.addTask { try await write(template, of: reference, as: formats, to: root) }
            }
            for try await one in group { written.append(one) }
            return written.sorted { $0.share < $1.share }
        }
    }

    /// A faulty template keeps those alone from being written that ask for it.
    private func write(
        _ template: String?, of reference: ShareReference, as formats: [DocumentFormat], to root: URL
    ) async throws -> WrittenDocument {
        let (name, filled): (String, FilledDocument)
        do {
            (name, filled) = try self.filled(template, for: reference)
        } catch let refusal as Refusal {
            return WrittenDocument(
                share: reference, template: template ?? "", missing: [], replacedCharacters: 0,
                refused: refusal.reasons.map(\.says))
        } catch let faults as Findings where template == nil {
            let (first, more) = (faults.all.first?.description ?? "", faults.all.count - 1)
            return WrittenDocument(
                share: reference, template: "", missing: [], replacedCharacters: 0,
                refused: [
                    "\(reference): its agreement cannot be made: \(first)" + (more > 0 ? " And \(more) more." : "")
                ])
        }
        for format in formats {
            let document = try await made(filled, as: format)
            let file = root.appendingPathComponent("\(reference.fileName).\(format.rawValue)")
            do { try Data(document.bytes).write(to: file, options: .atomic) } catch {
                throw Findings([
                    .error("cannot-write", at: .whole, "\(file.path): \(error.localizedDescription)")
                ])
            }
        }
        return WrittenDocument(
            share: reference, template: name, missing: filled.missing,
            replacedCharacters: filled.replacedCharacters)
    }
}
