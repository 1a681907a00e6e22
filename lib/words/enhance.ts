/** The words of the documents' script. It brings no others, so that it stays small. */
export const enhanceWords = {
  account: (name: string) => `Your account, ${name}`,
  paperTime: (text: string, zone: string) => `${text}, ${zone}`,
  replyingTo: (name: string) => `You are answering ${name}:`,
  cancelReply: 'Write a comment of its own instead',
  posted: 'Your comment is posted.',
  arrived: 'Your comment has arrived.',
  notSent: 'There is no connection, so nothing was sent. What you typed is still here: please try again.',
  draftKept: 'You typed this here before. It was kept in this browser only.',
  discard: 'Discard it',
  edit: 'Edit',
  delete: 'Delete',
  changed: 'Your change is saved.',
  deleted: 'Your comment is deleted.',
  restored: 'Your comment is shown again.',
  ignored: 'A comment of somebody you ignore – show once',
  newComments: (n: number) => (n === 1 ? '1 new comment' : `${n} new comments`),
} as const
