// Types that the search modules share. For the type checker only; a browser never loads this file.

/** Where shards are: the first key of each (absent when a division finds the shard) and five letters of each name. */
export interface Shards { keys?: string[]; names: string }
export interface Directory { version: number; grams: Shards; numbers: Shards; synonyms: Shards & { starts: string }; cards: Shards & { per: number } }
export interface Card {
  url: string; title: string; number?: string; index?: string; issuer?: string; kind?: string; date?: string; state?: string;
  keywords?: string; summary?: string; length: number;
  /** The upcoming states: first day and code, soonest first. */
  changes?: [day: string, state: string][];
  /** The files beside it: title, address from its page; where the text is, and how long. */
  files?: [title: string, href: string, name?: string, length?: number][];
}
/** What a page does not say: its files may. `isWhole`: whether all of the page was read. */
export interface Lack { card: Card; phrases: string[]; isWhole: boolean }
/** A file that says what was asked; no pieces: it is called so. */
export interface FileHit { title: string; href: string; pieces: Piece[] }
/** `entry.json`, see Sources/Search/FORMAT.md. */
export interface Entry {
  version: number; asOf: string; count: number; weights: number[]; directory: string; titles: string; facets: string;
}
/** The title lane: columns with a value for each document. */
export interface TitleFile {
  version: number; titles: string[]; issuers: string[]; issuer: number[]; kinds: string[]; kind: number[]; columns: string[]; column: number[];
  states: [code: string, label: string, ended: number][]; state: number[]; places: [title: string, kind: string, url: string][];
  /** Steps from one day to the next, from 1970-01-01. */
  days: number[];
  /** The number of binary digits of the thousands of characters. */
  sizes: number[];
  /** The number before the first article, and that of the last. */
  firsts: number[]; lasts: number[];
}
export interface FacetFile {
  version: number; facets: { id: string; label: string; values: [id: string, label: string, list: string][] }[];
}

export interface NumberQuery { key: string; agency: string; isInside?: boolean; rest?: string[] }
export interface ArticleQuery { name: string; number: number; anchor: string; label: string }
/** 0 for what is not said. */
export interface DayQuery { year: number; month: number; day: number; rest: string }
export interface Query {
  phrases: string[]; words: string[]; strict: boolean; asks: boolean; text: string;
  number: NumberQuery | null; article: ArticleQuery | null; day: DayQuery | null;
}
/** The state of the page, as its address gives it. */
export interface Request { q: string; filters: Map<string, string[]>; sort: string; page: number }

/** How well a title has the words: `share`, the share of the title that they are; `typo`, what they misspell. */
export interface TitleHit { quality: number; share: number; typo: string }
export interface ArticleHit { document: number; anchor: string; label: string }
/** What the grams say about a document: `lowest`, their lowest level; `isProved`, whether its text was read; `isInFile`, whether a file beside it had to be. */
export interface Match { score: number; lowest: number; isProved?: boolean; isInFile?: boolean }
export type Matches = Map<number, Match>;
/** One thing that a document should speak of, and where it stands in the words: the ways to say it, each by its pairs. */
export interface Unit {
  start: number; end: number; ways: { pairs: string[]; weight: number }[];
  /** A word of the dictionary; a run of letters or figures; a pair that titles have; a pair with a character that stands between words; a word for somebody. */
  isWord?: boolean; isWhole?: boolean; isTopical?: boolean; isLoose?: boolean; isPerson?: boolean;
}
/** `mass`: the share of the units' weight; `units`: a bit for each. */
export interface Related { score: number; mass: number; units: number }
export type Admits = (document: number) => boolean;
export interface Filter { admits: Admits; chosen: Map<string, Set<number>> }
/** `pool`: the matches before facets are applied. */
export interface Found { matches: Set<number>; pool: Set<number>; approximate: boolean }
export type ReadText = (card: Card) => Promise<{ folded: string; isWhole: boolean }>;

/** `isLong`: more than a page of results will follow. */
export type Early = (hits: Hit[], words: string[], isLong: boolean) => void;
export interface Hit { document: number; card: Card; tier: number }
export interface Facet { id: string; label: string; values: { id: string; label: string; count: number; chosen: boolean }[] }
export interface Result {
  kind: "idle" | "exact" | "related" | "none"; total: number; approximate: boolean; hits: Hit[]; words: string[];
  facets: Facet[]; page: number; pages: number;
  /** Hits of this page whose cards are missing. */
  lost: number;
  /** Whether a text or a number says what was typed. */
  isLiteral?: boolean;
  /** The place in a text that the query names. */
  article?: ArticleHit;
  /** The document that has the number that the query names. */
  numbered?: number;
  /** Columns, topics and offices that the query names. */
  places: [title: string, kind: string, url: string][];
  /** What of a title was misspelt. */
  meant?: string;
  /** The query in simplified characters, or as it sounds, when only that found something. */
  plain?: string;
  /** All matches, best first. */
  documents: number[];
}
export interface Suggestion { title: string; kind: string; url?: string; document?: number; state?: { label: string; tone: string } }

export interface Folded { folded: string; places: Uint32Array }
/** `isWhole`: whether it is all that the index has of the page; `standing`: what the page says of its validity; `isAnswer`: to its title. */
export interface PageText extends Folded { raw: string; anchors: { place: number; id: string }[]; isWhole: boolean; isAnswer: boolean; standing: string }
export interface Piece { text: string; mark: boolean }
/** The position of a word in folded text. */
export interface Spot { start: number; end: number; word: number }
