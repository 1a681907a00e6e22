import type { ArticleCard } from '@/db/queries/articles'
import { pictureAddress, renditionWidths } from '../media/picture-address'
import { wholeAddress } from './address'

/** Pictures that are narrower look poor where links are shown large. */
const leastWidth = 1200

/** The lead picture as other sites show it beside a link; none where there is none that is wide enough. */
export function sharePicture(picture: ArticleCard['picture']) {
  if (!picture) return
  const width = renditionWidths(picture.width).at(-1) ?? 0
  if (width < leastWidth) return
  return {
    url: wholeAddress(pictureAddress(picture, width)),
    width,
    height: Math.round((picture.height * width) / picture.width),
    alt: picture.alt,
  }
}
