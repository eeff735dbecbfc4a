import Dialogue
import Policy
import Understanding

extension Record {
  /// Writes the member `explain`: every term with its weight, the runner-up with its own, the nearest
  /// example and the reject decision. The weights of a contender add up to its `total` exactly.
  func write(_ account: ReadingAccount, into writer: inout JSONWriter, pack: Pack) {
    writer.name("explain")
    writer.object { writer in
      writer.member("text", Visible.filter(account.text))
      writer.name("best")
      write(account.contenders.first, into: &writer, pack: pack)
      writer.name("runner_up")
      write(account.contenders.dropFirst().first, into: &writer, pack: pack)
      writer.name("nearest")
      if let nearest = account.nearest {
        let example = pack.examples[nearest]
        writer.object {
          $0.member("text", example.text)
          $0.member("intent", pack.intents[example.intent].id)
          $0.member("file", example.file)
          $0.member("line", example.line)
          $0.name("similarity")
          $0.raw(Fixed.tenThousandths(account.similarity))
        }
      } else {
        writer.null()
      }
      writer.name("reject")
      writer.object {
        $0.name("score")
        $0.raw(Fixed.tenThousandths(account.rejectScore))
        $0.name("threshold")
        $0.raw(Fixed.tenThousandths(account.threshold))
        $0.member("rejected", account.isRejected)
      }
    }
  }

  private func write(
    _ contender: ReadingAccount.Contender?, into writer: inout JSONWriter, pack: Pack
  ) {
    guard let contender else { return writer.null() }
    let intent = pack.intents[contender.intent]
    writer.object { writer in
      writer.member("intent", intent.id)
      writer.member("file", intent.file)
      writer.member("line", intent.line)
      writer.name("score")
      writer.raw(Fixed.tenThousandths(contender.probability))
      writer.name("total")
      writer.raw(Fixed.millionths(contender.score))
      writer.name("terms")
      writer.array(contender.terms) { writer, term in
        writer.object {
          $0.member("term", Visible.filter(term.text))
          $0.name("weight")
          $0.raw(Fixed.millionths(term.weight))
        }
      }
    }
  }
}
