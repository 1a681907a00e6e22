import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JsonLd } from './json-ld'

test('the script holds the data as they are, and nothing in them ends it', () => {
  const name = 'A "quoted" </script><script>alert(1)</script> & more'
  const html = renderToStaticMarkup(<JsonLd data={{ '@context': 'https://schema.org', '@type': 'Person', name }} />)
  const [, json = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/.exec(html) ?? []
  expect(json).not.toContain('<')
  expect(JSON.parse(json)).toEqual({ '@context': 'https://schema.org', '@type': 'Person', name })
})
