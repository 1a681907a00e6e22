/** The form that the boxes at the comments belong to. */
export const bulkFormId = 'many'
