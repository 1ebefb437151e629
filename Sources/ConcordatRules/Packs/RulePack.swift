package import CEL
import ConcordatDiagnostics
package import ConcordatModel
import SourceText
import YAMLTree

/// Rules and everything that they need: kinds, registers, parameters, provisions.
package final class RulePack: Sendable {
  package struct Name: Sendable {
    package var name: String
    package var version: String
    package var title: String
    /// The day for which drafts are made when nobody gives another.
    package var day: Day?
  }

  package let names: [Name]
  /// By name.
  package let kinds: [Kind]
  package let registers: Registers
  package let parameters: Parameters
  /// By id.
  package let provisions: [Provision]
  /// By id.
  package let rules: [Rule]
  /// In the order in which they count.
  package let routes: [Route]
  package let symbols: SymbolTable
  /// The records that expressions may speak of.
  package let structures: Structures
  /// What is wrong with the files. A rule with a fault is left out; the others are not.
  package let faults: [PackFault]

  init(
    names: [Name], kinds: [Kind], registers: Registers, parameters: Parameters, provisions: [Provision], rules: [Rule],
    routes: [Route], symbols: SymbolTable, structures: Structures, faults: [PackFault]
  ) {
    self.names = names
    self.kinds = kinds
    self.registers = registers
    self.parameters = parameters
    self.provisions = provisions
    self.rules = rules
    self.routes = routes
    self.symbols = symbols
    self.structures = structures
    self.faults = faults
  }

  package func rule(id: String) -> Rule? { rules.first { $0.id == id } }
  package func kind(named name: String) -> Kind? { kinds.first { $0.name == name } }
}
