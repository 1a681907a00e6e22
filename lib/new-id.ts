import { v7 } from 'uuid'

/** A UUIDv7: sorts by the moment it was made, which says nothing about the order of publication. */
export const newId = () => v7()
