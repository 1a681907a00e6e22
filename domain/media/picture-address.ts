/** The widths in which a picture is kept, as far as it is that wide, and its own where it is narrower than the last. */
const widths = [480, 960, 1600]
const widest = 1600

type Picture = { id: string; width: number }

/** The widths of a picture's renditions, the narrowest first. */
export function renditionWidths(originalWidth: number) {
  const last = Math.min(originalWidth, widest)
  return [...widths.filter((width) => width < last), last]
}

/** Where the rendition is that fits best into so many pixels: the narrowest that fills them, else the widest. */
export function pictureAddress({ id, width }: Picture, wanted: number) {
  const made = renditionWidths(width)
  const fitting = made.find((one) => one >= wanted) ?? made.at(-1)
  return `/media/${id}-${fitting}.webp`
}

/** All renditions of a picture, as `srcset` wants them. */
export function pictureSources(picture: Picture) {
  return renditionWidths(picture.width)
    .map((width) => `${pictureAddress(picture, width)} ${width}w`)
    .join(', ')
}
