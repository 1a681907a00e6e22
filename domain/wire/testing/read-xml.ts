import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'

/** The document in some XML, read strictly by a parser that has nothing to do with the one behind our feeds. */
export function readXml(xml: string) {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')
  return {
    root: document.documentElement?.tagName,
    texts: (name: string) => Array.from(document.getElementsByTagName(name), (element) => element.textContent ?? ''),
  }
}
