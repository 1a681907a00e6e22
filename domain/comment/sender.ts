/** What is known of the browser that sent a form, without storing who it was. */
export type Sender = {
  /** Keyed hash of the visitor's cookie; none before the first form. */
  visitorKey: string | null
  /** Hash of the address' /24 or /48 under the key of its week. */
  addressHash: string
}
