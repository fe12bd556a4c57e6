/// The secret of this client at the provider: nothing prints it, not even by reflection.
package struct ClientSecret: Sendable, CustomStringConvertible, CustomReflectable {
    let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
