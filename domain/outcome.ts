/** An act's answer: what it did, or a refusal that was to be expected. Everything else is thrown. */
export const done = <Value>(value: Value) => ({ ok: true as const, value })

export const refuse = <const Refusal extends string>(refusal: Refusal) => ({ ok: false as const, refusal })
