import localFont from 'next/font/local'

// Newsreader for what is read, Schibsted Grotesk for what is operated. Newsreader's file with optical sizes has 132 kB,
// this one 58. None is fetched ahead: a slow phone shows the words first (decision 13). The stand-ins are measured, so that
// no line moves when a face arrives.

const text = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--face-text',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

const italic = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  weight: '200 800',
  style: 'italic',
  variable: '--face-italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})

const sans = localFont({
  src: '../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2',
  weight: '400 900',
  variable: '--face-sans',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Arial',
})

const textFurther = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-normal.woff2',
  weight: '200 800',
  variable: '--face-text-further',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+A720-A7FF',
    },
  ],
})

const sansFurther = localFont({
  src: '../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-ext-wght-normal.woff2',
  weight: '400 900',
  variable: '--face-sans-further',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+A720-A7FF',
    },
  ],
})

/** The classes that define the faces for the style sheets. */
export const faces = [text, italic, sans, textFurther, sansFurther].map((face) => face.variable).join(' ')
