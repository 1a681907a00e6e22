/** Where a statement is read and appealed against: named by its decision for a member, by a signed key for a guest. */
export const statementPath = (key: string) => `/account/statements/${key}`

export const statementsAnchor = 'statements'

export const statementsPath = `/account#${statementsAnchor}`
