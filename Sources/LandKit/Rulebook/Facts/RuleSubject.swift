/// What a rule is about.
public enum RuleSubject: String, CaseIterable, Hashable, Sendable {
  case parcel, project, enterprise, zone, city, province, application
}
