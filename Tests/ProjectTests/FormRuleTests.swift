import Testing

struct `Rules of form` {
  @Test func `the list of faults of form is what the sources report`() throws {
    let list = "Sources/ConcordatModel/Documents/FormRules.swift"
    let name = /"(structure\/[a-z-]+)"/
    let listed = try Project.text(list).matches(of: name).map { String($0.1) }
    var reported: Set<String> = []
    for path in Project.files(under: "Sources", ending: ".swift") where path != list {
      reported.formUnion(try Project.text(path).matches(of: name).map { String($0.1) })
    }
    #expect(listed == reported.sorted())
  }
}
