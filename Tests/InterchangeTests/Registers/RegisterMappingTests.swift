import Foundation
import Interchange
import Shares
import Testing

struct RegisterMappingTests {
    private func faults(_ json: String) -> [String] {
        do {
            _ = try RegisterMapping(parsing: Array(json.utf8), file: "m.json")
            return []
        } catch {
            return error.all.map { "\($0.place) [\($0.rule)]" }.sorted()
        }
    }

    private func rows(_ json: String, _ text: String) throws -> (rows: [RegisterRow], outcome: RegisterFile.Outcome) {
        let mapping = try RegisterMapping(parsing: Array(json.utf8), file: "m.json")
        var rows: [RegisterRow] = []
        let outcome = try RegisterFile(mapping: mapping).read(
            from: RegisterSamples.chunks(Array(text.utf8), of: 5)
        ) { rows.append($0) }
        return (rows, outcome)
    }

    @Test func everyMappingAmongTheSamplesIsSound() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: RegisterSamples.mappings.path)
            .filter { $0.hasSuffix(".json") }
        #expect(files.count >= 2)
        for file in files {
            let name = String(file.dropLast(".json".count))
            #expect(try RegisterSamples.mapping(name).name == name)
        }
    }

    @Test func everyFaultOfAMappingIsToldAtOnceWithItsPlace() {
        let found = faults(
            """
            {"mapping": "m", "title": 3, "delimiter": "--", "colour": "red",
             "columns": {"A": "reference", "B": "colour", "C": {"field": "title", "split": "words", "values": {"x": 1}},
                         "D": "provider", "E": "provider", "F/G": {"field": "recipient", "unlisted": "drop"}},
             "compose": {"purpose": "{A"}, "constants": {"status": {"text": "Live", "always": "yes"}},
             "fallbacks": {"recipient": "D"}, "group": {"by": "A", "each": {"title": "last"}}, "ignore": ["a"]}
            """)
        #expect(
            found == [
                "m.json at /colour [mapping-unknown-key]",
                "m.json at /columns/B [mapping-unknown-field]",
                "m.json at /columns/C/split [mapping-split]",
                "m.json at /columns/C/values/x [mapping-wrong-kind]",
                "m.json at /columns/D [mapping-field-twice]",
                "m.json at /columns/E [mapping-field-twice]",
                "m.json at /columns/F~1G/unlisted [mapping-unlisted]",
                "m.json at /compose/purpose [mapping-compose]",
                "m.json at /constants/status/always [mapping-wrong-kind]",
                "m.json at /delimiter [mapping-delimiter]",
                "m.json at /fallbacks/recipient [mapping-wrong-kind]",
                "m.json at /group/each/title [mapping-each]",
                "m.json at /ignore [mapping-ignored-column]",
                "m.json at /title [mapping-wrong-kind]",
            ])
    }

    @Test func aMappingThatFillsNoRecipientOrIsNoJSONIsRefused() {
        #expect(
            faults(#"{"mapping": "m", "title": "t", "columns": {"A": "reference", "B": "title", "C": "provider"}}"#)
                == ["m.json [mapping-field-unfilled]"])
        #expect(faults("{\"mapping\": \"m\",\n}") == ["line 2, column 1 [mapping-unreadable]"])
        #expect(faults(#"{"mapping": "m", "mapping": "n"}"#).count == 1)
    }

    private static let plain = #""mapping": "m", "title": "t", "constants": {"provider": "NHS Digital"}"#

    @Test func valuesSplitsPrefixesAndJoinsShapeTheText() throws {
        let json = """
            {\(Self.plain), "columns": {
              "id": {"field": "reference", "prefix": "X-"}, "who": {"field": "recipient", "split": "one"},
              "first": "title", "second": {"field": "title", "join": ": "},
              "items": {"field": "data_items", "split": "commas"},
              "why": {"field": "frequency", "values": {"J": "Annual"}}},
             "ignore": ["junk"]}
            """
        let made = try rows(
            json,
            "id,first,second,who,items,why,junk,more\n"
                + "7,A,B,\"Bath; Wells\",\"name, address (old, new); sex\", j ,x,kept\n"
        )
        let row = try #require(made.rows.first)
        #expect(
            row.fields == [
                "reference": "X-7", "title": "A: B", "recipient": "Bath, Wells",
                "data_items": "name; address (old, new), sex", "frequency": "Annual", "provider": "NHS Digital",
            ])
        #expect(row.other == ["why": "j", "more": "kept"])
        #expect(row.place(of: "reference") == .cell(row: 2, column: "id"))
    }

    @Test func rowsOfOneShareComeTogetherFromAnywhereInTheFile() throws {
        let json = """
            {\(Self.plain), "columns": {"id": "reference", "who": "recipient", "often": "frequency",
             "set": {"field": "data_items", "split": "one"}}, "compose": {"title": "{who} under {id}"},
             "group": {"by": "id", "each": {"data_items": "all"}}}
            """
        let made = try rows(
            json,
            "id,who,set,often,file\n1,Bath,A,daily,f1\n2,Hull,A,weekly,f2\n1,Bath,B,monthly,f3\n"
                + ",Ely,C,,f4\n1,Bath,A,daily,f5\n"
        )
        #expect(made.rows.map(\.rows) == [[5], [2, 4, 6], [3]])
        let share = made.rows[1]
        #expect(
            share.fields == [
                "reference": "1", "title": "Bath under 1", "provider": "NHS Digital", "recipient": "Bath",
                "data_items": "A; B", "frequency": "daily",
            ])
        #expect(share.other == ["file": "f1; f3; f5", "often": "daily; monthly"])
        #expect(made.outcome.findings.all.map { "\($0.place) [\($0.rule)]" } == ["row 2, column often [rows-differ]"])
    }

    @Test func aFallbackServesOneFieldOfARowAndSaysSo() throws {
        let json = """
            {"mapping": "m", "title": "t", "columns": {"id": "reference", "name": "title",
             "from": {"field": "provider", "values": {"D2": "Cabinet Office"}, "unlisted": "leave"}, "to": "recipient"},
             "fallbacks": {"provider": ["names"], "recipient": ["names"]}}
            """
        let made = try rows(json, "id,name,from,to,names\n1,A,D2,,Homes England\n2,B,D9,,HMRC\n3,C,d2,DWP,\n")
        #expect(made.rows.map { $0.fields["provider"] } == ["Cabinet Office", "HMRC", "Cabinet Office"])
        #expect(made.rows.map { $0.fields["recipient"] } == ["Homes England", nil, "DWP"])
        #expect(made.rows[1].other == ["from": "D9", "names": "HMRC"])
        #expect(
            made.outcome.findings.all.map { "\($0.place) [\($0.rule)]" } == [
                "row 2, column names [fallback-used]", "row 3, column names [fallback-used]",
            ])
    }

    @Test func aColumnThatTheMappingUsesMustBeThere() throws {
        let json = """
            {\(Self.plain), "columns": {"id": "reference", "who": "recipient"}, "compose": {"title": "{who}"},
             "group": {"by": "key"}}
            """
        let made = try rows(json, "id,WHO\n1,2\n")
        #expect(made.rows.isEmpty)
        #expect(made.outcome.findings.all.map { "\($0.place) [\($0.rule)]" } == ["row 1, column key [column-missing]"])
    }
}
