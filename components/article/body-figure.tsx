import type { BlockOf } from '@/domain/article/body/body'
import { pictureAddress } from '@/domain/article/body/picture'
import { InlineText } from './inline-text'

/** A picture in the text. It is below the lead, so that it may load when it comes near. */
export function BodyFigure({ image }: { image: BlockOf<'image'> }) {
  return (
    <figure className="figure">
      {/* Already made in its sizes when it was stored: `next/image` would make it again. */}
      <img
        src={pictureAddress(image)}
        alt={image.alt}
        width={image.width}
        height={image.height}
        loading="lazy"
        decoding="async"
      />
      {(image.caption || image.credit) && (
        <figcaption>
          {image.caption && <InlineText content={image.caption} />}
          {image.caption && image.credit && ' '}
          {image.credit && <span className="credit">{image.credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
