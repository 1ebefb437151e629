import ConcordatModel
import ConcordatReport

extension EditorSchema {
  /// The schema of a document of any kind: each is held to the schema of its own, in the file beside this one.
  ///
  /// Conditions by `kind` rather than a choice of all: an editor then says what is wrong, not that nothing fits.
  static func documents(of kinds: [Kind]) -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object { json in
      json.member("$schema", "http://json-schema.org/draft-07/schema#")
      json.member("title", "A document of concordat")
      json.member("type", "object")
      json.key("required")
      json.array { $0.string("kind") }
      json.key("properties")
      json.object { json in
        json.key("kind")
        json.object { json in
          json.member("description", "The kind of document.")
          json.key("enum")
          json.array(kinds) { $0.string($1.name) }
        }
      }
      json.key("allOf")
      json.array(kinds) { json, kind in
        json.object { json in
          json.key("if")
          json.object { json in
            json.key("properties")
            json.object { json in
              json.key("kind")
              json.object { $0.member("const", kind.name) }
            }
          }
          json.key("then")
          json.object { $0.member("$ref", fileName(of: kind)) }
        }
      }
    }
    writer.finish()
    return writer.bytes
  }

  /// The name of the file that holds the schema of a kind.
  static func fileName(of kind: Kind) -> String { kind.name + ".schema.json" }
}
