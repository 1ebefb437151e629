/// A number with its noun: "1 rule", "3 pieces of advice".
func counted(_ number: Int, _ one: StaticString, _ many: StaticString) -> String {
  "\(number) \(number == 1 ? one : many)"
}
