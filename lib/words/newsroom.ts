/** The words of the editors' desk and of the commands that fill the paper. */
export const newsroomWords = {
  title: 'Newsroom',
  desk: 'Newsroom',
  newArticle: 'New article',
  articles: 'Articles',
  site: 'To the paper',
  account: 'Your account',
  signedInAs: (name: string) => `Signed in as ${name}`,

  lists: {
    label: 'Lists',
    drafts: (n: number) => `Drafts (${n})`,
    scheduled: (n: number) => `Scheduled (${n})`,
    published: (n: number) => `Published (${n})`,
    withdrawn: (n: number) => `Withdrawn (${n})`,
    search: 'Search headlines',
    searchButton: 'Search',
    found: (search: string) => `With “${search}” in the headline`,
    all: 'Show all',
    headline: 'Headline',
    section: 'Section',
    when: { drafts: 'Last saved', scheduled: 'Comes out', published: 'Published', withdrawn: 'Withdrawn' },
    saved: 'Last saved by',
    unshown: 'saved changes that are not out',
    empty: {
      drafts: 'No drafts: everything that was begun is out.',
      scheduled: 'Nothing is scheduled.',
      published: 'Nothing has been published yet.',
      withdrawn: 'Nothing was withdrawn.',
    },
    nothingFound: 'No headline of this list has that in it.',
    nobody: '–',
  },

  states: {
    draft: 'Draft: readers see nothing of it.',
    scheduled: 'Scheduled: it comes out by itself at',
    published: 'Published',
    withdrawn: 'Withdrawn: its address says why.',
    withdrawnEarly: 'Withdrawn before its time: readers never saw it.',
    unshown: (no: number) => `Version ${no} is saved, but readers are not shown it yet.`,
    view: 'View on the site',
    from: (source: string) => `Came from ${source}.`,
  },

  form: {
    label: 'Article',
    kicker: 'Kicker',
    kickerHint: 'A word or two above the headline, or nothing.',
    headline: 'Headline',
    standfirst: 'Standfirst',
    standfirstHint: 'One or two sentences below the headline. Lists and feeds show them too.',
    body: 'Text',
    bodyHint:
      'In Markdown: a blank line between paragraphs, ## before a heading, > before a quotation, - before a list.',
    notation: 'More that the text can say',
    notationLines: [
      ['**bold**, *italic*, [words](https://…)', 'emphasis and links'],
      ['> — Name', 'below a quotation: who said it'],
      ['> [!fact-box] Title', 'a fact box, its paragraphs and lists below it'],
      ['![what it shows](/media/…)', 'a picture, alone in its paragraph; [!credit] Name below it'],
      ['[!embed] [Title](https://…)', 'something that plays elsewhere'],
      ['| a | b |', 'a table; [!caption] Text above it'],
    ],
    section: 'Section',
    chooseSection: 'Choose a section',
    newSection: 'Or a new section',
    topics: 'Topics',
    topicsHint: 'With commas between them. One that does not exist yet is made.',
    knownTopics: 'Topics that there are',
    authors: 'Authors',
    newAuthors: 'New authors',
    newAuthorsHint: 'Names with commas between them.',
    picture: 'Lead picture',
    file: 'Picture',
    anotherFile: 'Another picture instead',
    fileHint: 'JPEG, PNG, WebP or AVIF, up to 5 MB. Where and with what it was taken is removed.',
    fileAgain: 'Choose the picture once more: a browser does not send it twice.',
    alt: 'What it shows',
    altHint: 'For readers who cannot see it.',
    credit: 'Credit',
    creditHint: 'Who took or drew it.',
    caption: 'Caption',
    removePicture: 'Without a picture',
    language: 'Language',
    otherLanguage: 'Another language',
    commentsOpen: 'Readers may comment',
    slug: 'Address',
    slugHint: 'What comes after /articles/. Empty: it is made of the headline. The old one goes on leading here.',
    atOnce:
      'Section, topics, authors, address and comments of a published article change when you save it, its text when you publish.',
    over: (no: number) => `I have seen version ${no}: save mine as the newer one`,
    seeVersion: (no: number) => `Look at version ${no}`,
    save: 'Save',
    preview: 'Preview',
    publish: 'Publish now',
    publishChanges: 'Publish changes',
    minor: 'A minor change, such as spelling: dates and feeds stay as they are',
    scheduleAt: 'Comes out at',
    zone: (zone: string) => `Time in ${zone}`,
    schedule: 'Schedule',
    previewTitle: 'Preview',
    previewLead: 'This is how readers will see it. Nothing is saved yet.',
  },

  withdraw: {
    summary: 'Withdraw this article',
    lead: 'Readers find the reason at its address, with the status “gone”; its comments go with it and are kept. It can be published again.',
    reason: 'Public reason',
    confirm: 'Yes, take it out of the paper',
    button: 'Withdraw',
    unconfirmed: 'Tick the box to withdraw it.',
  },

  versions: {
    title: 'Versions',
    no: (no: number) => `Version ${no}`,
    saved: 'Saved',
    by: 'by',
    nobody: '–',
    shown: 'shown since',
    toBeShown: 'to be shown from',
    isShown: 'what readers are shown',
    minor: 'minor',
    back: 'Back to the article',
  },

  said: {
    saved: 'Saved.',
    published: 'Published: readers see it now.',
    scheduled: 'Scheduled.',
    withdrawn: 'Withdrawn.',
  },

  faults: {
    headlineTooLong: 'The headline is longer than 200 characters.',
    kickerTooLong: 'The kicker is longer than 80 characters.',
    standfirstTooLong: 'The standfirst is longer than 600 characters.',
    captionTooLong: 'The caption is longer than 500 characters.',
    altTooLong: 'The description of the picture is longer than 500 characters.',
    creditTooLong: 'The credit is longer than 200 characters.',
    slugTooLong: 'The address is longer than 80 characters.',
    nameTooLong: 'A name is longer than 80 characters: are there commas between them?',
    tooManyNames: 'These are more than 20.',
    reasonTooLong: 'The reason is longer than 500 characters.',
    bodyTooLong: 'The text is longer than an article can be (1,000,000 characters).',
    malformed: 'This form did not arrive as it was drawn. Open the page again and put your text there.',
    wordsWithoutPicture:
      'Choose the picture that these words belong to, or empty what it shows, its credit and its caption.',
    badTime: 'Give a day and a time, such as 2026-12-24 18:00.',
  },

  refusals: {
    'not-allowed': 'You may not do this. Your rank may have changed in the meantime.',
    'signed-out': 'You are no longer signed in. Sign in again in another window, then send this once more.',
    'no-headline': 'An article needs a headline.',
    'no-section': 'Choose a section, or name a new one.',
    'no-such-section': 'This section is gone. Choose another.',
    'no-such-author': 'One of these authors is gone. Choose again.',
    'no-such-picture': 'This picture is gone. Choose another.',
    'no-such-article': 'This article is not there any more.',
    'saved-meanwhile':
      'Somebody else saved this article while you were editing it. Nothing of yours was saved yet, and nothing is lost.',
    'no-body': 'An article needs a text before readers can see it. It is saved.',
    'time-past': 'This time has passed already. It is saved; give a later time, or publish it now.',
    'was-out': 'Readers have seen this article before: it can be published now, but not scheduled. It is saved.',
    'no-reason': 'Readers are told why: give a reason.',
    'not-published': 'It is not published any more.',
    'picture-too-large': 'The picture is larger than 5 MB.',
    'not-a-picture': 'This file is not a picture in JPEG, PNG, WebP or AVIF, or it is damaged.',
    'too-many-pixels': 'The picture has more than 50 million pixels.',
    'too-long-a-strip': 'The picture is more than six times as long as it is wide, or the other way round.',
    'no-alt': 'Say what the picture shows.',
    'no-credit': 'Say who took or drew the picture.',
  },

  lost: {
    title: 'Your text is still here',
    lead: 'Something went wrong while it was sent, and it may not be saved. Copy it, open the article again and look what is there.',
    articles: 'To the articles',
    fields: {
      kicker: 'Kicker',
      headline: 'Headline',
      standfirst: 'Standfirst',
      body: 'Text',
      newSection: 'Section',
      topics: 'Topics',
      newAuthors: 'New authors',
      slug: 'Address',
      alt: 'What the picture shows',
      credit: 'Credit',
      pictureCaption: 'Caption',
      reason: 'Public reason',
    },
  },

  import: {
    usage: `npm run import -- FILE… [--section NAME]

Takes articles in from elsewhere: each FILE has one article a line, as JSON (NDJSON, UTF-8).

  id, source        the source's name and its own key of the article, by which a second import knows it again
  headline, body    bodyFormat says what the body is: text (blank lines between paragraphs), markdown or html
  publishedAt       such as 2020-05-31T12:00:00Z; one in time to come is scheduled
  standfirst, byline (list of names), section, tags (list), url (http or https), lang, licence    may be left out

  --section NAME    for articles whose line names no section; else they go to “Imported”

Sections, authors and topics that are missing are made. Running it twice does no harm: an article that is there is
left as it is, or gets a new version where its source changed it. What the newsroom has edited or withdrawn is not
written over, and an article's section, authors and topics are the newsroom's after the first import.

The site may be running or not. The command ends with 1 where a line was refused, and says which and why; what was
not refused is in. Ctrl-C stops after the article at hand (130); run it again to go on.`,
    noFile: 'Name at least one file, for example: npm run import -- stories.ndjson',
    unreadable: (file: string, why: string) => `${file} cannot be read (${why}).`,
    sectionEmpty: 'Give --section a name of up to 80 characters.',
    unknownOption: 'This option is not known: npm run import -- --help shows the others.',
    otherwiseIn: 'Imported',
    faults: { 'too-long': 'is longer than 5 MB', 'not-utf-8': 'is not UTF-8 text' },
    refusals: {
      'edited-here': 'was changed by its source, but the newsroom has edited it',
      'withdrawn-here': 'was changed by its source, but the newsroom has withdrawn it',
    },

    more: (n: number) => `… and ${n} more`,
    stopped: 'Stopped. Run the same command again to go on.',
  },

  demo: {
    usage: `npm run demo:remove [-- --yes]

Takes the demonstration paper out: its articles, people, pictures and log, with everything that readers wrote or
clicked under its articles. Everything else stays, also a section, topic, author or picture of it that an article of
yours uses. Where others have commented under its articles it only says so, unless --yes is given.`,
    nothing: 'There is no demonstration paper in this database.',
    ask: (n: number) =>
      `${n === 1 ? 'A comment that a reader' : `${n} comments that readers`} wrote under the demonstration paper would go with it. If that is right: npm run demo:remove -- --yes`,
    removed: (articles: number, comments: number) =>
      `The demonstration paper is removed: ${articles} articles${comments > 0 ? `, and with them ${comments} comments of readers` : ''}.`,
    unknownOption: 'This command takes no options but --yes and --help.',
  },
} as const
