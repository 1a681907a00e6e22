/** What is known of the browser that sent a form, without storing who it was. */
export type Sender = {
  /** Keyed hash of the visitor's cookie; none before the first form. */
  visitorKey: string | null
  /** Keyed hash of the address' /24 or /48. */
  addressHash: string
}
