import CEL

extension DomainFunctions {
  static let days: [FunctionDeclaration] = [
    function("date", [.string], .timestamp) { evaluation, arguments in
      guard let text = arguments[0].stringBytes, let day = Day(iso: text) else {
        return evaluation.failure(.badArgument, "'\(evaluation.text(arguments[0]))' is not a day")
      }
      return day.value
    },
    function("plus_days", [.timestamp, .int], .timestamp, isMember: true) { evaluation, arguments in
      moved(evaluation, arguments) { $0.adding(days: $1) }
    },
    function("plus_months", [.timestamp, .int], .timestamp, isMember: true) { evaluation, arguments in
      moved(evaluation, arguments) { $0.adding(months: $1) }
    },
    function("plus_years", [.timestamp, .int], .timestamp, isMember: true) { evaluation, arguments in
      moved(evaluation, arguments) { day, years in
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? nil : day.adding(months: months)
      }
    },
    function("last_day_of_months", [.timestamp, .int], .timestamp) { evaluation, arguments in
      moved(evaluation, arguments) { $0.lastDay(ofMonths: $1) }
    },
    function("year_from", [.string], .timestamp) { evaluation, arguments in
      financialYear(evaluation, arguments[0]) { $0.from.value }
    },
    function("year_through", [.string], .timestamp) { evaluation, arguments in
      financialYear(evaluation, arguments[0]) { $0.through.value }
    },
    function("year_of", [.timestamp], .string) { evaluation, arguments in
      guard let day = Day(arguments[0]), let year = FinancialYear(of: day) else {
        return evaluation.failure(.badArgument, "the day is outside the calendar")
      }
      return evaluation.string(year.text)
    },
    function("period_from", [.string], .timestamp) { evaluation, arguments in
      period(evaluation, arguments[0]) { $0.from.value }
    },
    function("period_through", [.string], .timestamp) { evaluation, arguments in
      period(evaluation, arguments[0]) { $0.through.value }
    },
    function("is_period", [.string], .bool) { _, arguments in
      .bool(arguments[0].stringBytes.flatMap { PeriodText($0) } != nil)
    },
  ]

  private static func moved(
    _ evaluation: Evaluation, _ arguments: UnsafePointer<Value>, _ move: (Day, Int) -> Day?
  ) -> Value {
    guard let day = Day(arguments[0]), let amount = arguments[1].intValue.flatMap(Int.init(exactly:)),
      let result = move(day, amount)
    else { return evaluation.failure(.badArgument, "the day would lie outside the calendar") }
    return result.value
  }

  private static func financialYear(
    _ evaluation: Evaluation, _ text: Value, _ part: (FinancialYear) -> Value
  ) -> Value {
    guard let bytes = text.stringBytes, let year = FinancialYear(bytes) else {
      return evaluation.failure(.unreadable, evaluation.text(text))
    }
    return part(year)
  }

  private static func period(_ evaluation: Evaluation, _ text: Value, _ part: (PeriodText) -> Value) -> Value {
    guard let bytes = text.stringBytes, let period = PeriodText(bytes) else {
      return evaluation.failure(.unreadable, evaluation.text(text))
    }
    return part(period)
  }
}
