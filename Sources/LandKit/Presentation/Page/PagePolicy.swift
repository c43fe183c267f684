import Crypto
import Foundation

/// The content security policy of a report page: its one script and its one style sheet by their
/// hashes, pictures that it makes itself, and nothing else.
enum PagePolicy {
  static func text(style: String, script: String) -> String {
    "default-src 'none'; script-src '\(hash(script))'; style-src '\(hash(style))'; "
      + "img-src data: blob:; base-uri 'none'; form-action 'none'"
  }

  private static func hash(_ text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }
}
