import JSONValues
import Testing

/// RFC 6901.
@Suite struct JSONPointerTests {
    /// The example of RFC 6901 section 5.
    static let document: JSONValue = [
        "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8,
    ]

    @Test(
        arguments: [
            ("", document), ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1), ("/c%d", 2),
            ("/e^f", 3),
            ("/g|h", 4), ("/i\\j", 5), ("/k\"l", 6), ("/ ", 7), ("/m~0n", 8),
        ] as [(String, JSONValue)])
    func theExamplesOfTheRFCResolve(text: String, expected: JSONValue) throws {
        let pointer = try #require(JSONPointer(parsing: text))
        #expect(Self.document[pointer] == expected)
        #expect(pointer.description == text)
    }

    @Test(arguments: [
        "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/", "/foo/0/0", "/bar", "//",
        "/foo/99999999999999999999",
    ])
    func aPlaceThatIsNotThereIsNil(text: String) throws {
        let pointer = try #require(JSONPointer(parsing: text))
        #expect(Self.document[pointer] == nil)
    }

    @Test(arguments: ["foo", "/~", "/~2", "/a~", "#/foo", "\u{301}/foo"])
    func whatIsNoPointerIsRefused(text: String) {
        #expect(JSONPointer(parsing: text) == nil)
    }

    @Test func aPointerIsBuiltStepByStep() {
        let pointer = JSONPointer().appending("a/b").appending(2).appending("~1")
        #expect(pointer.description == "/a~1b/2/~01")
        #expect(JSONPointer(parsing: pointer.description) == pointer)
    }

    /// A combining mark after the slash makes one grapheme of the two; the pointer still has two steps.
    @Test func aCombiningMarkDoesNotHideASlash() {
        #expect(JSONPointer(parsing: "/a/\u{301}b")?.tokens == ["a", "\u{301}b"])
        #expect(JSONPointer(["a/\u{301}b"]).description == "/a~1\u{301}b")
    }
}
