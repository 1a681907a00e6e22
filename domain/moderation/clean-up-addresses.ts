import { deskPath } from './addresses'

export const cleanUpDeskPath = `${deskPath}/clean-up`

type Of = { reach: 'account' | 'browser' | 'network'; memberId?: string | undefined; commentId?: string | undefined }

/** Where a clean-up is looked at before it is made. */
export function cleanUpPath({ reach, memberId, commentId }: Of) {
  const query = new URLSearchParams({
    reach,
    ...(memberId ? { member: memberId } : {}),
    ...(commentId ? { comment: commentId } : {}),
  })
  return `${cleanUpDeskPath}?${query}`
}

/** What one hid, and the way to undo it. */
export const oneCleanUpPath = (id: string) => `${cleanUpDeskPath}/${id}`
