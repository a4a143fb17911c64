"""Every bound on size, depth, count and time, named in one place.

A page is hostile until read. Past one of these bounds something is left out; nothing here raises, hangs or grows without
bound. Where that takes words or links from the text, or a source that is read in order, the record carries a trouble that
says so. Nothing is said past those that only end a search for more of the same: CANONICALS, FIGURES, ITEMS, IMAGES, LABELS,
ARTICLES, QUOTATION_DEPTH, TAGGED_TOKENS, and of JSON other than JSON-LD those of JSON; nor past CSS_CHARACTERS, where a
place has no path; nor of what is longer than a name, a date or a byline is: NAMED_, DATE_, DATED_ and BYLINE_CHARACTERS.
"""

PAGE_BYTES = 16_000_000
"""Bytes of a page that are read. The largest of 1,906 real pages tried had 6 million."""

PAGE_CHARACTERS = 6_000_000
"""Code points of a decoded page that are read. Of the same pages the largest had 2.2 million."""

SUSPECT_CHARACTERS = 1_000_000
"""Code points of a page from which it may be made to be slow: below, nothing is nested deep enough, and no tag long enough."""

TAGS = 300_000
"""Tags of a page that are parsed, counted as ``<``: the parser makes a node of each. Of the same pages: 20,000."""

ATTRIBUTES = 20_000
"""Attributes of one element; where one has more, the page is read up to it."""

FILE_BYTES = 200_000_000
"""Size of a file the command line opens. Larger ones are no pages; they are refused, not cut."""

PROCESS_BYTES = 4_000_000_000
"""Address space of a process that reads pages for `--jobs`; a page that needs more fails alone."""

DECOMPRESSION_RATIO = 200
"""A compressed page may grow by this factor, and to PAGE_BYTES, whichever is less. HTML seldom passes 20."""

STREAMS = 10_000
"""Streams of gzip, one after another, that one packed page may consist of: a server that flushes often makes some tens."""

JSON_CHARACTERS = 2_000_000
"""Code points of JSON-LD that are read on one page. Of 1,906 real pages one had 840,000, the next 44,000."""

JSON_DEPTH = 40
"""Levels of nesting in JSON-LD that are searched for articles."""

JSON_NODES = 20_000
"""Objects of JSON-LD that are looked at on one page."""

METAS = 1_000
"""Meta elements of a page that are read."""

SCRIPTS = 200
"""JSON-LD scripts of a page that are read."""

CANONICALS = 20
"""Links of a page that name its own address and are read."""

FIGURES = 500
"""Figures of a page that are looked at."""

ITEMS = 2_000
"""Elements with microdata that are looked at. Of 1,906 real pages one had 760."""

ELEMENT_DEPTH = 256
"""Nesting of elements below which nothing is read. Browsers stop at 512; real pages seldom pass 60."""

ELEMENTS = 400_000
"""Elements of a page that are visited."""

BLOCKS = 20_000
"""Blocks of text that a page is cut into."""

CANDIDATES = 100
"""Candidates kept for one field. A page that says a thing a hundred times will not be clearer the next time."""

RAW_CHARACTERS = 10_000
"""Code points of a metadata value. Longer ones are left out (the article's body has no such bound)."""

NAMED_CHARACTERS = 500
"""Code points of an address, a title or a heading that are searched for what kind of page they name."""

DATE_CHARACTERS = 200
"""Code points of words that may be, as a whole, a date: none is longer."""

DATED_CHARACTERS = 2_000
"""Code points of a text that are searched for dates: a byline or dateline is shorter."""

BYLINE_CHARACTERS = 500
"""Code points of a byline that are read, up to the end of a word."""

CSS_CHARACTERS = 1_000
"""Length of a CSS path in a place; longer ones are null."""

IMAGES = 200
"""Images of a record."""

LINKS = 5_000
"""Links of a record."""

LINES = 100_000
"""Lines of a text without mark-up that are read."""

JOINED_CHARACTERS = 500_000
"""Code points of a text without mark-up that are searched for lost breaks between paragraphs."""

LABELS = 400
"""Lines of a text in which the labels of an export are looked for."""

ARTICLES = 10_000
"""Articles that one export is parted into."""

QUOTATION_DEPTH = 8
"""Quotations inside quotations that are told apart; further opening marks are passed over."""

TAGGED_TOKENS = 200_000
"""Words and marks of a text that are read for who said what: about a megabyte of prose. The rest is not read."""

# Of the archive, and of what is gathered for it

WARC_BYTES = 50_000_000_000
"""Size of a WARC or WACZ file that is read, as it lies on disk."""

WARC_HEADERS = 65_536
"""Bytes of the headers of one record or response; longer ones are malformed."""

ZIP_MEMBERS = 100_000
"""Members of a WACZ that are looked at."""

LINE_BYTES = 100_000_000
"""Bytes of one record given as a line of JSON."""

MAIL_PARTS = 10_000
"""Parts of an MHTML page that are looked at."""

INLINE_BYTES = 100_000
"""Packed bytes of a page up to which they lie in the archive's file; larger ones are files beside it. SQLite reads
blobs of this size faster than the file system opens files (sqlite.org/intern-v-extern-blob.html)."""

BATCH = 200
"""Captures of one transaction at most; what is killed loses the work of one."""

REVISITS_BYTES = 100_000_000
"""Memory that revisits may take which wait, while captures are added, for what they are revisits of; beyond, none waits."""

SENTENCES = 20_000
"""Sentences of a text that are compared with those of another."""

ALIGNED = 1_000_000
"""Pairs of pieces of two texts (sentences, words, paragraphs) past which their order is no longer looked at."""

PAIRED = 400
"""Removed and added sentences each that are tried for being the same one reworded; past it they stay removed and added."""

QUERY_CHARACTERS = 4_000
"""Code points of a query to the archive; a longer one is refused."""

QUERY_WORDS = 200
"""Words of a query, those that its brackets around ``NEAR`` stand for counted each time."""

QUERY_DEPTH = 20
"""Brackets within brackets of a query. SQLite reads some 22 with all that a plan puts around them (its parsers' stacks hold 100)."""

QUERY_SECONDS = 2.0
"""A query that takes longer is stopped."""

RANKED = 10_000
"""Matches that are ranked by how well they answer a query: the newest."""

READ_FOR_FACETS = 500
"""Versions that are read, the newest, to count a query that full-text search alone cannot answer, as one of sentences."""

READ_FOR_SPEAKERS = 20_000
"""Versions whose speakers are counted for the facets of a query: the newest. All else is counted in all."""

RETOLD = 2_000
"""Statements of one speaker, the newest, that are looked at for the same words told twice."""

FACET_DAYS = 92
"""Days from the first to the last within which a query's hits are counted by day too: three months."""

# Of a run over many WARC files

PAGE_SECONDS = 60.0
"""Silence after which a process that reads a page is ended, and the page set aside."""

TRIES = 3
"""Failures of a WARC file after which it is set aside, and the rest goes on."""

STUMBLE_S = 5.0
"""Seconds before a WARC file that lies elsewhere is tried again; four times as many before the next try."""

ROW_GROUP_BYTES = 8_000_000
"""JSON of the rows of a row group of Parquet, about: what a worker holds in memory."""

ROW_GROUP = 1_000
"""Rows of a row group of Parquet."""

FETCH_SECONDS = 120.0
"""Silence of a server after which fetching a WARC file from it fails."""

# Of what is fetched

ROBOTS_BYTES = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB at least."""

CRAWL_DELAY_S = 3_600.0
"""Seconds of a Crawl-delay that are kept to; one that asks for more is taken for a slip."""

RETRY_AFTER_S = 86_400.0
"""Seconds of a Retry-After that are waited."""

SITEMAPS = 500
"""Sitemaps that a robots.txt or an index leads to; of an index the newest."""

SOURCES_DEEP = 4
"""Sources that lead one to the next below the one that was given: a front page to an index, that to others, these to sitemaps."""

LISTING = 50_000
"""Addresses that one feed, sitemap or list gives; the protocol of sitemaps allows as many."""

XML_DEPTH = 256
"""Levels of nesting in a sitemap or a list of feeds. A tag that is never closed nests what follows."""

FEED_SECONDS = 30.0
"""Time for one feed, after which it is given up. One of 15 MB and 37,000 entries takes 13 to 29."""

ADDRESS_CHARACTERS = 4_000
"""Length of an address that is followed."""

DISCOVERED = 50
"""Feeds and sitemaps that one front page leads to."""

# Of the reading room

REQUEST_BYTES = 65_536
"""Bytes of a request's body, where no page is handed over."""

ADDRESS_BYTES = 16_384
"""Bytes of a request's path and query. A query of QUERY_CHARACTERS in percent-encoded UTF-8 may take 48,000, but
nobody types that; browsers and proxies of old refuse less."""

REQUESTS_PER_SECOND = 20.0
"""Requests of one address that are answered in the long run."""

REQUESTS_AT_ONCE = 200
"""Requests that one address may save up: a page with all that belongs to it is five, a line typed quickly thirty."""

CLIENTS = 1_000
"""Addresses whose requests are counted; the one silent for the longest is forgotten first."""

WORKERS = 8
"""Requests worked on at once. Each has its own connection to the archive, with its own memory."""

PAGES_TRIED = 2
"""Pages handed over to be tried that are read at once."""

HITS_PAGED = 2_000
"""Hits that can be reached by paging: to come there each is read."""

EXPORTED = 2_000
"""Articles of one download; ``onrecord export`` knows no such limit."""

FED = 100
"""Articles of a feed."""

SOURCE_SHOWN = 60_000
"""Code points of a captured page that are shown at once, around the place that is asked for."""

SCRIPTS_SEARCHED = 20_000_000
"""Code points of scripts that are searched for the values of one record that is shown. Of real pages the largest need two million."""

NOTE_CHARACTERS = 10_000
"""Code points of a note."""

NAME_CHARACTERS = 200
"""Code points of a tag, or of the name of a saved search."""
