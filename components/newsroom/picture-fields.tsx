import { newsroomWords } from '@/lib/words/newsroom'
import { Labelled } from './labelled'
import type { Typed } from './typed'

const words = newsroomWords.form

/** The picture above the article: the one that it has, another one, or none. */
export function PictureFields({ values, faults, idOf }: Typed) {
  const about = (name: string) => ({ id: idOf(name), fault: faults[name] })
  const { pictureId } = values
  return (
    <fieldset className="desk-picture">
      <legend>{words.picture}</legend>
      <input type="hidden" name="pictureId" value={pictureId} />
      {pictureId && (
        <>
          <img src={`/media/${pictureId}`} alt={values.alt} />
          <label className="tick" key={`remove ${values.removePicture}`}>
            <input type="checkbox" name="removePicture" defaultChecked={Boolean(values.removePicture)} />{' '}
            {words.removePicture}
          </label>
        </>
      )}
      <Labelled {...about('file')} label={pictureId ? words.anotherFile : words.file} hint={words.fileHint}>
        {(field) => <input {...field} type="file" name="file" accept="image/jpeg,image/png,image/webp,image/avif" />}
      </Labelled>
      <Labelled {...about('alt')} label={words.alt} hint={words.altHint}>
        {(field) => <textarea {...field} name="alt" rows={2} defaultValue={values.alt} dir="auto" />}
      </Labelled>
      <Labelled {...about('credit')} label={words.credit} hint={words.creditHint}>
        {(field) => <input {...field} name="credit" defaultValue={values.credit} dir="auto" />}
      </Labelled>
      <Labelled {...about('pictureCaption')} label={words.caption}>
        {(field) => (
          <textarea {...field} name="pictureCaption" rows={2} defaultValue={values.pictureCaption} dir="auto" />
        )}
      </Labelled>
    </fieldset>
  )
}
