/// The parts of the register’s page that are the same for everybody who asks the same.
struct RegisterParts: Sendable {
    let forms = KeptParts<RegisterForm>(most: 8 << 20)
    let tables = KeptParts<RegisterTable.Key>(most: 8 << 20)
}
