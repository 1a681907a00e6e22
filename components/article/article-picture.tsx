import { pictureAddress, pictureSources } from '@/domain/media/picture-address'

type Picture = { id: string; alt: string; width: number; height: number; focusX: number; focusY: number }
type Props = { picture: Picture; sizes: string; isFirst?: boolean; alt?: string }

/** A picture in the widths that there are of it. The first one of a page is fetched first, all others when they come near. */
export function ArticlePicture({ picture, sizes, isFirst = false, alt = picture.alt }: Props) {
  return (
    <img
      src={pictureAddress(picture, 960)}
      srcSet={pictureSources(picture)}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={alt}
      loading={isFirst ? undefined : 'lazy'}
      fetchPriority={isFirst ? 'high' : undefined}
      decoding="async"
      className={`focus-x-${tenths(picture.focusX)} focus-y-${tenths(picture.focusY)}`}
    />
  )
}

/** In steps for which there is a class, since a document's policy forbids styles in its markup. */
const tenths = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 10)
