import { v7 } from 'uuid'

/** A UUIDv7: sorts by the moment it was made, which says nothing about the order of publication. */
export const newId = () => v7()

/** Whether a piece of an address can be a key at all; Postgres refuses the question otherwise. */
export const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
