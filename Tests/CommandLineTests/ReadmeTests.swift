import Foundation
import Testing

/// The worked example of README.md and the stories do what they say: each command is run as it stands there, and must print
/// what stands below it.
@Suite struct ReadmeTests {
    struct Step {
        var command: String
        var printed: [String]
    }

    @Test(arguments: [
        "README.md", "docs/stories/amendment.md", "docs/stories/ico-consultation.md", "docs/stories/umbrella.md",
    ])
    func theWorkedExampleDoesWhatItSays(page: String) async throws {
        let steps = try Self.steps(of: page)
        #expect(steps.count >= 25)
        let desk = try await Desk(shares: false)
        for step in steps {
            // A refusal goes to standard error, which a person sees in the same place.
            let script = "\"$1\" " + step.command.dropFirst("concordat ".count) + " 2>&1"
            let run = try await desk.shell(script)
            #expect(run.lines == step.printed, "\(step.command)")
        }
    }

    /// The lines of the blocks marked `console`: a command after `$`, and what it prints.
    private static func steps(of page: String) throws -> [Step] {
        let text = try String(contentsOf: try #require(root).appendingPathComponent(page), encoding: .utf8)
        var steps: [Step] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), printed: []))
            } else if isInside, !steps.isEmpty, !line.isEmpty {
                steps[steps.count - 1].printed.append(String(line))
            }
        }
        return steps
    }

    private static var root: URL? {
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("README.md").path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }
}
