import { expect, test } from 'vitest'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath, discussionPath } from '@/domain/comment/addresses'
import { aSession } from '@/e2e/a-session'
import { commentWords } from '@/lib/words/comment'
import { findForm } from './testing/form'
import { buildNewerSite } from './testing/newer-site'
import { startNode } from './testing/node'
import { createVisitor } from './testing/visitor'

const heading = { file: 'lib/words/comment.ts', from: commentWords.heading, to: 'What readers say' }
const styleOfNewer = '\n.newer { color: rebeccapurple }\n'

test('after an upgrade an open form is saved or given back, no page of before is served, and its assets still are', async () => {
  const building = buildNewerSite([heading], styleOfNewer)
  building.catch(() => {})
  const article = await anArticle()
  const [path, discussion] = [articlePath(article.slug), discussionPath(article.slug)]
  const member = await aSession()
  await aComment({ memberId: member.id })
  const older = await startNode()
  const before = await createVisitor(older).read(path)
  expect(before.text).toContain(heading.from)
  const forms = {
    stored: findForm((await createVisitor(older, member).read(path)).text, commentWords.post),
    own: findForm((await createVisitor(older, member).read(discussion)).text, commentWords.post),
    guest: findForm((await createVisitor(older).read(discussion)).text, commentWords.preview),
  }
  // A document carries its styles; what it names beside them are faces. A page of the account has scripts and styles.
  const account = async (node: { url: string }) => (await createVisitor(node, member).read('/account')).text
  const assets = [
    ...(before.text + (await account(older))).matchAll(/["(](\/_next\/static\/[^")]+\.(?:css|js|woff2))[")]/g),
  ].map(([, asset = '']) => asset)
  const textOf = async (node: { url: string }, asset: string) => (await createVisitor(node).read(asset)).text
  const assetsBefore = await Promise.all(assets.map((asset) => textOf(older, asset)))
  for (const ending of ['.css', '.js', '.woff2']) expect(assets.some((asset) => asset.endsWith(ending))).toBe(true)
  const source = await building
  await older.stop()

  const newer = await startNode({ source, dataFolder: older.dataFolder })
  const after = await createVisitor(newer).read(path)
  expect(after.text).toContain(heading.to)
  expect(after.text).not.toContain(heading.from)
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
  expect((await createVisitor(newer).get(path, { 'if-none-match': before.headers.get('etag') ?? '' })).status).toBe(200)
  expect(await Promise.all(assets.map((asset) => textOf(newer, asset)))).toEqual(assetsBefore)
  const present = after.text + (await account(newer))
  expect(
    assets.filter((asset) => !present.includes(asset)).length,
    'assets that only the older build has',
  ).toBeGreaterThan(0)

  const author = createVisitor(newer, member)
  for (const [name, form] of Object.entries({ stored: forms.stored, own: forms.own })) {
    const text = `Typed before the upgrade, ${name}`
    const sent = await author.sendForm(name === 'own' ? discussion : path, form, { text })
    const isSaved = sent.status === 303 && (await createVisitor(newer).read(path)).text.includes(text)
    expect([name, isSaved || sent.text.includes(text)]).toEqual([name, true])
  }
  const typed = { name: 'Gwen', email: 'gwen@example.org', text: 'A guest’s words before the upgrade' }
  const preview = await createVisitor(newer).sendForm(discussion, forms.guest, typed)
  const shown = preview.status === 303 ? (await createVisitor(newer).read(preview.location ?? '')).text : preview.text
  for (const word of Object.values(typed)) expect(shown).toContain(word)
}, 300_000)
