import ArgumentParser
import Casework
import Shares

struct SimilarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "Lists open shares like one that is being proposed, and what was said of them.",
        discussion: """
            Each is answered for before the share is submitted, with answer-similar: reuse, extend, or distinct and why.

            Example: concordat similar DS-2026-AB12CD
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let found = try global.existingOffice().similar(to: ShareReference(TermsReader.normalised(reference)))
        let similar = found.shares.map { PrintedSimilar($0, found.answers) }
        if format != .text { return try similar.printAsJSON() }
        for share in similar {
            Console.line(
                "\(Int((share.score * 100).rounded())) % \(share.kind): \(Console.safe(share.reference)), \(share.answer ?? "not answered")"
            )
            Console.line("     \(Console.safe(share.explanation))")
        }
        Console.line("\(similar.count) shares like this one.")
    }
}

/// A similar share for programs.
struct PrintedSimilar: Encodable {
    var reference: String
    var kind: String
    var score: Double
    var explanation: String
    var answer: String?

    init(_ similar: SimilarShare, _ answers: [SimilarAnswer]) {
        reference = similar.reference.rawValue
        kind = similar.kind
        score = (similar.score * 1000).rounded() / 1000
        explanation = similar.explanation
        answer = answers.last { $0.share == similar.reference }.map {
            "\($0.verdict.rawValue): \($0.reason) (\($0.by))"
        }
    }
}
