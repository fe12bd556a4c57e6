import Foundation
import Testing
import Workflows

@Suite struct DrawingTests {
    @Test(arguments: Machine.allCases)
    func everyDrawingShowsEveryStateAndTransition(machine: Machine) throws {
        let definition = try MasterDefinitions.load()[machine].definition
        let (mermaid, scxml, svg) = (definition.mermaid(), definition.scxml(), definition.svg())
        for state in definition.states {
            #expect(mermaid.contains("\"\(state.title)\" as s_\(state.name.rawValue.replacing("-", with: "_"))\n"))
            #expect(scxml.contains("id=\"\(state.name)\""))
            #expect(svg.contains(">\(state.title)</text>"))
        }
        for transition in definition.transitions {
            #expect(mermaid.contains(": \(transition.command)"))
            #expect(scxml.contains("event=\"\(transition.command)\""))
            #expect(svg.contains(">" + transition.title.replacing("'", with: "&#39;")))
        }
    }

    @Test(arguments: Machine.allCases)
    func everyMachineStaysReadableAsXML(machine: Machine) throws {
        let definition = try MasterDefinitions.load()[machine].definition
        for text in [definition.scxml(), definition.svg()] {
            guard let problem = try xmllint(text) else { continue }
            Issue.record("xmllint: \(problem)")
        }
    }

    /// Letters of Arial are about 0.55 of their size wide, on average over a text.
    @Test(arguments: Machine.allCases)
    func noTwoTextsOfADrawingCover(machine: Machine) throws {
        let svg = try MasterDefinitions.load()[machine].definition.svg()
        let boxes = svg.matches(of: /<text x="([0-9.]+)" y="([0-9.]+)" font-size="([0-9]+)"[^>]*>([^<]*)</).compactMap {
            match -> (left: Double, right: Double, top: Double, bottom: Double, text: Substring)? in
            guard let x = Double(match.1), let y = Double(match.2), let size = Double(match.3) else { return nil }
            let width = Double(match.4.unicodeScalars.count) * size * 0.55
            return (x, x + width, y - size * 0.8, y + size * 0.2, match.4)
        }
        #expect(boxes.count > 10)
        for (index, one) in boxes.enumerated() {
            for other in boxes[(index + 1)...] {
                let apart =
                    one.right <= other.left || other.right <= one.left || one.bottom <= other.top
                    || other.bottom <= one.top
                #expect(apart, "\(one.text) and \(other.text)")
            }
        }
    }

    @Test func textsCannotBecomeMarkup() throws {
        let hostile = "\"\u{301}<script>&amp;|;:\u{1}"
        let definitions = try MasterDefinitions.changed(.review) {
            $0.title = hostile
            $0.states[0].title = hostile
            $0.transitions[1].title = hostile
        }
        let review = definitions[.review].definition
        for text in [review.svg(), review.scxml()] {
            #expect(!text.utf8.containsRun("<script".utf8))
            #expect(!text.unicodeScalars.contains("\u{1}"))
            #expect(try xmllint(text) == nil)
        }
        #expect(!review.mermaid().utf8.containsRun("<script".utf8))
        #expect(!PermissionTable(definitions).markdown().utf8.containsRun("<script".utf8))
    }

    @Test func theTableSaysWhoMayDoWhatAndWhatFollowsFromWhat() throws {
        let table = PermissionTable(try MasterDefinitions.load())
        let accept = try #require(table.rows.first { $0.command == "accept" })
        #expect(
            accept.state == "submitted" && accept.roles == ["data-owner"]
                && accept.notBy == ["propose", "submit", "resubmit"])
        let stop = try #require(table.rows.first { $0.command == "stop" && $0.state == "in-force" })
        #expect(stop.roles.isEmpty && stop.followsFrom == ["retirement stop-transfer"])
        #expect(table.rows.allSatisfy { $0.cells.count == PermissionTable.header.count })
    }

    /// What is wrong, or nil; also nil, having checked nothing, where xmllint is not installed.
    private func xmllint(_ text: String) throws -> String? {
        let path = "/usr/bin/xmllint"
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["--noout", "--nonet", file.path]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
    }
}

extension String.UTF8View {
    /// Whether the bytes occur one after the other, whatever combines with them.
    func containsRun(_ run: String.UTF8View) -> Bool {
        let (all, part) = (Array(self), Array(run))
        guard part.count <= all.count else { return false }
        return (0...(all.count - part.count)).contains { all[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
