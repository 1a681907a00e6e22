import sharp from 'sharp'
import { expect, test } from 'vitest'
import { findPicture } from '@/db/queries/media'
import { aMember } from '@/db/testing/a-paper'
import { mostBytes } from '@/domain/media/prepare-picture'
import { newsroomWords } from '@/lib/words/newsroom'
import { sentFile, takeSentPicture, withFaults } from './sent-picture'

const editor = await aMember({ rank: 'editor' })
const { refusals, faults, form: words } = newsroomWords
const said = { alt: 'The town clock', credit: 'Ada Pilot', pictureId: '', removePicture: 'on' }

async function aFile() {
  const drawn = sharp({ create: { width: 600, height: 300, channels: 3, background: '#268' } })
  return new File([new Uint8Array(await drawn.png().toBuffer())], 'clock.png')
}

test('a picture whose words are complete is taken in, and the form holds it from then on', async () => {
  const { kept, faults } = await takeSentPicture(editor, said, await aFile())
  expect(faults).toEqual({})
  expect(kept).toEqual({ ...said, pictureId: expect.any(String), removePicture: '' })
  expect(await findPicture(kept.pictureId ?? '')).toMatchObject({ alt: said.alt, credit: said.credit })
})

test('a picture whose words are missing has to be chosen again, and both words are asked for at once', async () => {
  const typed = { ...said, alt: ' ', credit: '' }
  expect(await takeSentPicture(editor, typed, await aFile())).toEqual({
    kept: typed,
    faults: { alt: refusals['no-alt'], credit: refusals['no-credit'], file: words.fileAgain },
  })
})

test('a picture with a description that is too long has to be chosen again', async () => {
  const { faults: found } = await takeSentPicture(editor, { ...said, alt: 'x'.repeat(501) }, await aFile())
  expect(found).toEqual({ alt: faults.altTooLong, file: words.fileAgain })
})

test('a file that is no picture, or too large, is refused at its field', async () => {
  const noPicture = await takeSentPicture(editor, said, new File(['not a picture'], 'clock.png'))
  expect(noPicture).toEqual({ kept: said, faults: { file: refusals['not-a-picture'] } })
  const large = await takeSentPicture(editor, said, new File([new Uint8Array(mostBytes + 1)], 'clock.png'))
  expect(large).toEqual({ kept: said, faults: { file: refusals['picture-too-large'] } })
})

test('a form without a file stays as it was typed', async () => {
  const form = new FormData()
  form.set('file', new File([], ''))
  expect(sentFile(form)).toBeUndefined()
  expect(await takeSentPicture(editor, said, sentFile(form))).toEqual({ kept: said, faults: {} })
})

test('a refusal of the whole form says besides that the picture is to be chosen again', () => {
  const state = { status: 'refused', message: refusals['signed-out'], kept: said } as const
  expect(withFaults(state, { file: words.fileAgain })).toEqual({
    ...state,
    fields: { form: refusals['signed-out'], file: words.fileAgain },
  })
  expect(withFaults(state, {})).toEqual(state)
})
