import type { Palette } from './kit'

/** Six inks for each section, the way a print shop would mix them. */
export const palettes = {
  town: { paper: '#f4e9d5', light: '#e9c188', mid: '#c8704a', dark: '#63394a', ink: '#2b1f30', accent: '#2f8580' },
  business: { paper: '#f3ebd7', light: '#ecd08c', mid: '#d5973a', dark: '#42604f', ink: '#1e302b', accent: '#bb4a33' },
  harbour: { paper: '#f2ead9', light: '#a9cbc8', mid: '#4a8a95', dark: '#1b4a5a', ink: '#10293a', accent: '#e4683c' },
  culture: { paper: '#f5e8db', light: '#e9b8a6', mid: '#bd5a5f', dark: '#542f57', ink: '#281b37', accent: '#e3ac42' },
  sport: { paper: '#f0f1df', light: '#bcd193', mid: '#62a05b', dark: '#215a49', ink: '#12322f', accent: '#e9873b' },
  opinion: { paper: '#f2ede2', light: '#c8c8de', mid: '#7c7eb1', dark: '#3c3f75', ink: '#20213f', accent: '#e8793f' },
} satisfies Record<string, Palette>
