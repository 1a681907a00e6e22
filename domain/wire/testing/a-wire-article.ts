import type { PublicComment } from '@/db/queries/comments'
import type { WireArticle } from '../wire-article'

export function aWireArticle(changes: Partial<WireArticle> = {}): WireArticle {
  return {
    id: '01960000-0000-7000-8000-000000000001',
    slug: 'harbour-bridge',
    label: 'news',
    language: 'en',
    publishedAt: new Date('2026-03-30T12:00:00Z'),
    changedAt: new Date('2026-03-31T09:00:00Z'),
    kicker: 'Harbour',
    headline: 'Harbour bridge reopens',
    opening: '',
    standfirst: 'After a year of work.',
    sectionId: '01960000-0000-7000-8000-000000000002',
    sectionSlug: 'town',
    sectionName: 'Town',
    bylines: [{ slug: 'ada-quill', name: 'Ada Quill' }],
    authors: [{ id: '01960000-0000-7000-8000-000000000003', slug: 'ada-quill', name: 'Ada Quill', role: 'Reporter' }],
    topics: [{ id: '01960000-0000-7000-8000-000000000004', slug: 'harbour', name: 'Harbour' }],
    corrections: [],
    picture: {
      id: 'picture',
      alt: 'The bridge',
      credit: 'Ben Lens',
      width: 2400,
      height: 1600,
      focusX: 0.5,
      focusY: 0.5,
    },
    pictureCaption: '',
    versionId: '01960000-0000-7000-8000-000000000005',
    versionNo: 1,
    body: { version: 1, blocks: [] },
    commentsOpen: true,
    source: null,
    sourceUrl: null,
    licence: null,
    comments: 2,
    likes: 0,
    dislikes: 0,
    roots: 2,
    ...changes,
  }
}

export function aPublicComment(changes: Partial<PublicComment> = {}): PublicComment {
  const id = '01960000-0000-7000-8000-00000000000a'
  return {
    id,
    articleId: '01960000-0000-7000-8000-000000000001',
    parentId: null,
    rootId: id,
    rootNo: 1,
    depth: 0,
    standing: 'visible',
    text: 'About time.',
    name: 'Rita Reader',
    handle: 'rita',
    rank: 'member',
    hiddenBecause: null,
    movedAt: null,
    createdAt: new Date('2026-03-30T13:00:00Z'),
    visibleAt: new Date('2026-03-30T13:00:00Z'),
    editedAt: null,
    likes: 3,
    dislikes: 1,
    replies: 0,
    answersName: null,
    ...changes,
  }
}
