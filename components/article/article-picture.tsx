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
      style={{ objectPosition: `${picture.focusX * 100}% ${picture.focusY * 100}%` }}
    />
  )
}
