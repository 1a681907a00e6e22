import type { BlockOf } from './body'

/** Where a browser gets the picture of an image block. */
export function pictureAddress({ picture }: Pick<BlockOf<'image'>, 'picture'>) {
  return 'src' in picture ? picture.src : `/media/${picture.mediaId}`
}

export function mediaIdIn(address: string) {
  return /^\/media\/([A-Za-z0-9_-]{1,40})$/.exec(address)?.[1]
}
