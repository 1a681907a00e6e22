const region = document.createElement('div')
region.className = 'visually-hidden'
region.role = 'status'

/** Says something to those who hear the page. The region must stand in the page before words come into it. */
export function announce(words: string) {
  document.body.append(region)
  region.textContent = ''
  setTimeout(() => {
    region.textContent = words
  }, 100)
}
