/** SQL that makes a record what this version expects, one entry a format; a record says in `user_version` how many it has had. */
export const MIGRATIONS: readonly string[] = [
  `
  -- Kept: each distinct text once, deflated.
  create table text (hash text primary key, words blob not null) without rowid;
  -- Kept: articles with the version that feeds views, and versions; told is when the page says or the fetch was.
  create table article (id text primary key, newest integer not null) without rowid;
  create table version (
    id integer primary key autoincrement,
    article text not null,
    version text not null,
    text text not null references text (hash),
    told text not null,
    added text not null,
    unique (article, version)
  );
  create index version_text on version (text);
  -- Kept: bytes as they came, deflated, and what was known of them as JSON.
  create table page (version integer primary key, about text not null, bytes blob not null);
  -- Kept: that an article was taken out, and when; no words.
  create table removed (article text primary key, at text not null) without rowid;
  -- Kept: what people settled; only ever added to. article is empty for an undo of what is not known.
  create table decision (id text primary key, article text, body text not null);
  create index decision_article on decision (article);
  -- Kept: ids once shown, whose item is gone, and the id that answers now.
  create table redirect (id text primary key, heir text not null) without rowid;

  -- Derived: readings without their text, deflated JSON.
  create table reading (version integer primary key, body blob not null);
  -- Derived: what each decision about the newest version came to.
  create table applied (decision text primary key, article text not null, state text not null, item text) without rowid;
  create index applied_article on applied (article);
  -- Derived: items of newest versions, without their keys; digest names the item in public ids.
  create table item (
    id integer primary key autoincrement,
    ref text not null unique,
    digest text not null,
    kind text not null,
    article text not null,
    published text not null,
    body text not null
  );
  create index item_article on item (article, kind);
  create index item_digest on item (digest);
  -- Derived: keys of items as 52-bit numbers.
  create table key (key integer not null, item integer not null, primary key (key, item)) without rowid;
  create index key_item on key (item);
  -- Derived: edges between items, from the newcomer; and the components they make, where the edges that lead to an item are looked
  -- up. An item alone is in none.
  create table link (
    kind text not null,
    source integer not null,
    target integer not null,
    why text not null,
    score real not null,
    primary key (kind, source, target)
  ) without rowid;
  create table cluster (
    id integer primary key autoincrement, kind text not null, first integer not null, size integer not null
  );
  create table member (
    kind text not null, item integer not null, cluster integer not null, primary key (kind, item)
  ) without rowid;
  create index member_cluster on member (cluster, item);
  -- Derived: stories with their row as JSON; stale names article items whose stories must be put together anew.
  create table story (id text primary key, body text not null) without rowid;
  create table story_of (article text primary key, story text not null) without rowid;
  create index story_of_story on story_of (story);
  create table stale (item integer primary key);
  -- Derived: words of the sentences of newest versions.
  create virtual table sentence_fts using fts5 (
    words, article unindexed, version unindexed, place unindexed, tokenize = 'unicode61 remove_diacritics 2'
  );
  insert into sentence_fts (sentence_fts, rank) values ('secure-delete', 1);
  `,
  `
  -- Kept: the article of the other end of a merge or split.
  create table concerns (article text not null, decision text not null, primary key (article, decision)) without rowid;
  insert or ignore into concerns (article, decision)
    select body ->> '$.other.article', id from decision where body ->> '$.other.article' is not null;
  -- Derived: pairs of items that a person merged or split. A merge is a link too.
  create table pair (
    decision text primary key, says text not null, kind text not null, one integer not null, other integer not null
  ) without rowid;
  create index pair_one on pair (one);
  create index pair_other on pair (other);
  -- Derived: of the items of a cluster in which a person split two, the first item of the part that each is in.
  create table part (item integer primary key, first integer not null);
  `,
  `
  -- Derived: words of the sentences of newest versions, with their place in the text and their paragraph.
  drop table sentence_fts;
  create virtual table sentence_fts using fts5 (
    words, place unindexed, paragraph unindexed, tokenize = 'unicode61 remove_diacritics 2'
  );
  insert into sentence_fts (sentence_fts, rank) values ('secure-delete', 1);
  -- Derived: sentences that name an entity's item, or are part of what it says, with the words that do; and the names of items, folded.
  create table held (
    sentence integer not null, item integer not null, says integer not null, start integer not null, end integer not null,
    primary key (sentence, item, says, start)
  ) without rowid;
  create index held_item on held (item, says, sentence);
  create table name (name text not null, item integer not null, type text not null, primary key (name, item)) without rowid;
  create index name_item on name (item);
  -- Derived: which newest versions are in the index of sentences, and what narrows them; unsearched ones are yet to come in.
  create table source (version integer primary key, article text not null unique, outlet text, day text);
  create index source_outlet on source (outlet, version);
  create index source_day on source (day, version);
  create table unsearched (version integer primary key);
  insert into unsearched select newest from article;
  `,
  `
  -- Derived: the way of linking that made the items and links; another one makes them anew.
  create table linked (way text primary key) without rowid;
  `,
  `
  -- Derived: of an item what puts it in its place, as JSON, where rows of its kind are listed; for articles, whose they are.
  alter table item add column outline text;
  -- Derived: the rows of a story by kind, with what they are sorted by and looked up by, and the numbers of their items, earliest first; head is the
  -- first item of the whole cluster. And items whose entries must be made anew.
  create table entry (
    story text not null, kind text not null, head integer not null, digest text not null,
    a not null, b text not null, word text, told text, facts text not null, items text not null
  );
  create unique index entry_head on entry (kind, head, story);
  create index entry_order on entry (story, kind, a, b, digest);
  create index entry_word on entry (story, word, told) where word is not null;
  create table unplaced (item integer primary key);
  delete from linked;
  `,
  `
  -- Places and series of figures are listed, too: their items get outlines.
  delete from linked;
  `,
  `
  -- Outlines of articles hold all that is shown of them; bodies do not say at each citation whose words it has.
  delete from linked;
  `,
  `
  -- What became of plans is looked up in the indexes alone.
  drop index entry_word;
  create index entry_word on entry (story, word, told, digest, a, b) where word is not null;
  create index entry_done on entry (story, a, b, told, digest) where word is not null;
  -- Outlines say how sure an item is.
  delete from linked;
  `,
  `
  -- What stories are made of is found by links alone: nearly all news hangs together, and a cluster of it grew with the record.
  delete from member where kind = 'story';
  delete from cluster where kind = 'story';
  create index link_story on link (target) where kind = 'story';
  -- Two parts of the index of sentences are enough to be brought together.
  insert into sentence_fts (sentence_fts, rank) values ('usermerge', 2);
  `,
]

/** Marks a file as a record of Onrecord: 'OnRe' in SQLite's header. */
export const APPLICATION = 0x4f6e5265
