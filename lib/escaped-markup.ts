const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in HTML, in an element or an attribute. */
export const escapedMarkup = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
