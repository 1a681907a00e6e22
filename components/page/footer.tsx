import { siteWords } from '@/lib/words/site'

export function Footer() {
  return (
    <footer className="footer">
      <p className="nameplate-small">{siteWords.name}</p>
      <ul>
        <li>
          <a href="/archive">{siteWords.archive}</a>
        </li>
        <li>
          <a href="/rules">{siteWords.rules}</a>
        </li>
        <li>
          <a href="/moderation-log">{siteWords.moderationLog}</a>
        </li>
        <li>
          <a href="/feed.xml">{siteWords.feed}</a>
        </li>
        <li>
          <a href="/search">{siteWords.search}</a>
        </li>
        <li>
          <a href="/account">{siteWords.account}</a>
        </li>
      </ul>
    </footer>
  )
}
