import { z } from 'zod'
import type { MemberActor } from '@/domain/actor'
import { articleForm } from '@/domain/article/article-form'
import { mostBytes } from '@/domain/media/prepare-picture'
import { takeInPicture } from '@/domain/media/take-in-picture'
import { newsroomWords } from '@/lib/words/newsroom'
import type { FormState } from './form-state'

type Typed = Record<string, string>
type Faults = Record<string, string>

const { refusals, form: words } = newsroomWords
const { alt, credit } = articleForm.shape

/** Both at once, since each time one of them is wrong the file has to be chosen again. */
const saidOfPicture = z.object({
  alt: alt.refine((text) => text !== '', refusals['no-alt']),
  credit: credit.refine((text) => text !== '', refusals['no-credit']),
})

/** The file that a form brought, if one was chosen. */
export function sentFile(form: FormData) {
  const file = form.get('file')
  return file instanceof File && file.size > 0 ? file : undefined
}

/**
 * Takes the file of a form in and answers with the form as it then stands, and with what is wrong at which field. It
 * comes before all other checks: a browser sends a file once, and the form that comes back has none.
 */
export async function takeSentPicture(actor: MemberActor, typed: Typed, file: File | undefined) {
  const refusedFor = (faults: Faults) => ({ kept: typed, faults })
  if (!file) return refusedFor({})
  const said = saidOfPicture.safeParse(typed)
  const ofWords = Object.fromEntries(said.error?.issues.map(({ path, message }) => [String(path[0]), message]) ?? [])
  if (file.size > mostBytes) return refusedFor({ ...ofWords, file: refusals['picture-too-large'] })
  if (!said.success) return refusedFor({ ...ofWords, file: words.fileAgain })

  const taken = await takeInPicture(actor, Buffer.from(await file.arrayBuffer()), said.data)
  if (!taken.ok) return refusedFor({ file: refusals[taken.refusal] })
  return { kept: { ...typed, pictureId: taken.value.id, removePicture: '' }, faults: {} }
}

/** Words of a picture that is not there: saved, they would be gone. */
export function isPictureMissing({ pictureId, alt, credit, pictureCaption }: z.infer<typeof articleForm>) {
  return !pictureId && [alt, credit, pictureCaption].some((text) => text !== '')
}

/** A refusal, with what is wrong with the picture besides. What is wrong with no field leads to the form. */
export function withFaults(state: FormState, faults: Faults): FormState {
  if (state.status !== 'refused' || Object.keys(faults).length === 0) return state
  return { ...state, fields: { ...(state.fields ?? { form: state.message }), ...faults } }
}
