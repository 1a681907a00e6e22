const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text as it may stand in an element or an attribute. */
export const escapeXml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

/** XML without the characters that XML 1.0 forbids, which an article may hold. */
export const wellFormedXml = (xml: string) => xml.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')

/** An answer for programs. No character in it is outside what XML allows. */
export function xmlResponse(xml: string, type: string) {
  return new Response(wellFormedXml(xml), { headers: { 'content-type': `${type}; charset=utf-8` } })
}
