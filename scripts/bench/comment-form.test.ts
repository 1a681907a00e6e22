import { expect, test } from 'vitest'
import { hiddenFields } from './comment-form'

const page = `<form id="reactions"><input type="hidden" name="$ACTION_ID_1"/></form>
<form id="comment-form" class="comment-form" enctype="multipart/form-data" method="POST"><!--$-->
<input type="hidden" name="$ACTION_ID_40ab"/><input type="hidden" name="articleId" value="0199"/>
<input id="comment-name" name="name" value=""/><input type="hidden" value="a-slug" name="slug"/></form>`

test('the hidden fields of the comment form are read, and no others', () => {
  expect(hiddenFields(page)).toEqual([
    ['$ACTION_ID_40ab', ''],
    ['articleId', '0199'],
    ['slug', 'a-slug'],
  ])
})

test('a page without the form has none', () => {
  expect(hiddenFields('<form id="search"><input type="hidden" name="a" value="b"></form>')).toEqual([])
})
